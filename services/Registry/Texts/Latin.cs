using System.Collections.Frozen;
using System.Text;

namespace Kommunebro.Registry.Texts;

/// <summary>Ukrainian names in Latin letters, by resolution 55 of the Cabinet of Ministers of 27 January 2010.</summary>
public static class Latin
{
    private static readonly Dictionary<char, (string First, string Else)> Letters = new()
    {
        ['а'] = ("a", "a"), ['б'] = ("b", "b"), ['в'] = ("v", "v"), ['г'] = ("h", "h"), ['ґ'] = ("g", "g"), ['д'] = ("d", "d"), ['е'] = ("e", "e"),
        ['є'] = ("ye", "ie"), ['ж'] = ("zh", "zh"), ['з'] = ("z", "z"), ['и'] = ("y", "y"), ['і'] = ("i", "i"), ['ї'] = ("yi", "i"), ['й'] = ("y", "i"),
        ['к'] = ("k", "k"), ['л'] = ("l", "l"), ['м'] = ("m", "m"), ['н'] = ("n", "n"), ['о'] = ("o", "o"), ['п'] = ("p", "p"), ['р'] = ("r", "r"),
        ['с'] = ("s", "s"), ['т'] = ("t", "t"), ['у'] = ("u", "u"), ['ф'] = ("f", "f"), ['х'] = ("kh", "kh"), ['ц'] = ("ts", "ts"), ['ч'] = ("ch", "ch"),
        ['ш'] = ("sh", "sh"), ['щ'] = ("shch", "shch"), ['ь'] = ("", ""), ['ю'] = ("yu", "iu"), ['я'] = ("ya", "ia"),
    };

    private static readonly FrozenDictionary<char, (string First, string Else)> OfBothCases = Letters
        .Concat(Letters.Select(letter => KeyValuePair.Create(char.ToUpperInvariant(letter.Key), (Capital(letter.Value.First), Capital(letter.Value.Else))))).ToFrozenDictionary();

    /// <summary>The name in Latin letters; what is no Ukrainian letter stays, but for the apostrophe, which is left out.</summary>
    public static string Of(string name)
    {
        var latin = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var letter = name[at];
            if (letter is '\'' or '’' or 'ʼ' or '`') continue;
            if (!OfBothCases.TryGetValue(letter, out var forms)) latin.Append(letter);
            // So that it is not read as one letter: Згорани is Zghorany, and Жорани is Zhorany.
            else if (letter is 'г' or 'Г' && at > 0 && name[at - 1] is 'з' or 'З') latin.Append(letter == 'г' ? "gh" : "Gh");
            else latin.Append(at == 0 || name[at - 1] is ' ' or '-' or '(' ? forms.First : forms.Else);
        }
        return latin.ToString();
    }

    private static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}

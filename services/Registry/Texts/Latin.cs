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

    /// <summary>The name in Latin letters; what is no Ukrainian letter stays, but for the apostrophe, which is left out.</summary>
    public static string Of(string name)
    {
        var latin = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] is '\'' or '’' or 'ʼ' or '`') continue;
            var letter = char.ToLowerInvariant(name[at]);
            if (!Letters.TryGetValue(letter, out var forms))
            {
                latin.Append(name[at]);
                continue;
            }
            // So that it is not read as one letter: Згорани is Zghorany, and Жорани is Zhorany.
            var text = letter == 'г' && at > 0 && char.ToLowerInvariant(name[at - 1]) == 'з' ? "gh"
                : at == 0 || name[at - 1] is ' ' or '-' or '(' ? forms.First : forms.Else;
            latin.Append(letter == name[at] || text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..]);
        }
        return latin.ToString();
    }
}

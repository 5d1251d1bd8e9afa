using System.Globalization;
using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>Tells sentences in one language.</summary>
/// <param name="names">The names that they mention; one that is absent is told by its id or code.</param>
/// <param name="language">nb, uk or en.</param>
/// <exception cref="ArgumentException">Another language is asked for.</exception>
public sealed class Narrator(NameBook names, string language)
{
    private readonly Words _words = Words.In(language);

    /// <summary>The sentence as text.</summary>
    /// <exception cref="KeyNotFoundException">The engine never says that.</exception>
    /// <exception cref="FormatException">An argument is missing, or it is not of its kind.</exception>
    public string Tell(Sentence sentence) =>
        Template.Places().Replace(Phrasebook.Find(sentence.Key).In(language), place => Fill(sentence, place.Groups["name"].Value));

    private string Fill(Sentence sentence, string place)
    {
        var argument = sentence.Arguments.FirstOrDefault(candidate => candidate.Name == place)
            ?? throw new FormatException($"'{sentence.Key}' has nothing for {{{place}}}.");
        return Write(argument.Kind, argument.Value);
    }

    private string Write(ArgumentKind kind, string value) => kind switch
    {
        ArgumentKind.Municipality => names.Municipalities.GetValueOrDefault(Guid.Parse(value))?.In(language) ?? value,
        ArgumentKind.Area => names.Areas.GetValueOrDefault(value)?.In(language) ?? value,
        ArgumentKind.Rule => Phrasebook.Find($"rule.{value}").In(language),
        ArgumentKind.Level => _words.Levels[(int)Number(value) - 1],
        ArgumentKind.Urgency => _words.Urgencies[(int)Number(value) - 1],
        ArgumentKind.Modes => Each(value, item => _words.Modes[WireName.Parse<Mode>(item)]),
        ArgumentKind.Terms => Each(value, item => _words.Terms[WireName.Parse<Term>(item)]),
        ArgumentKind.Languages => Each(value, item => _words.Languages.GetValueOrDefault(item, item)),
        ArgumentKind.Horizon => _words.Horizons[WireName.Parse<Horizon>(value)],
        ArgumentKind.Band => _words.Bands[WireName.Parse<Band>(value)],
        ArgumentKind.Category => _words.Categories[WireName.Parse<ProgrammeCategory>(value)],
        ArgumentKind.Number => Number(value).ToString("N0", _words.Culture),
        ArgumentKind.Permille => (Number(value) / 10m).ToString("0.# '%'", _words.Culture),
        ArgumentKind.Day => DateOnly.ParseExact(value, "O", CultureInfo.InvariantCulture).ToString("d", _words.Culture),
        _ => _words.Count(kind, Number(value)),
    };

    private string Each(string values, Func<string, string> word) =>
        _words.List([.. values.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word)]);

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}

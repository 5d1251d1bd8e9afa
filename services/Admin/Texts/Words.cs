using System.Collections.Frozen;
using System.Globalization;
using Kommunebro.Admin.Reading;

namespace Kommunebro.Admin;

/// <summary>The client's own texts in the reader's language. A key without a text is a bug, which a test finds.</summary>
public sealed class Words(Reader reader)
{
    /// <summary>The text of <paramref name="key"/>.</summary>
    public string this[string key] => WordBook.All[key].Of(reader.Language);

    /// <summary>The text with its blanks filled in, numbers as the language writes them.</summary>
    public string this[string key, params ReadOnlySpan<object?> arguments] =>
        string.Format(Cultures.Of(reader.Language), this[key], arguments);

    /// <summary>What a value of a closed list is called; the value itself when the list is newer than this client.</summary>
    public string Name(string list, string value) =>
        value.Length == 0 ? "" : WordBook.All.GetValueOrDefault($"{list}.{value}")?.Of(reader.Language) ?? value;

    /// <summary>What a service's refusal means; its own words when the code is new.</summary>
    public string Problem(string code, string message) => WordBook.All.GetValueOrDefault($"problem.{code}")?.Of(reader.Language) ?? message;

    /// <summary>What a broken rule at a field means; the service's words when there is no better.</summary>
    public string Rule(string code, string message) => WordBook.All.GetValueOrDefault($"rule.{code}")?.Of(reader.Language) ?? message;

    /// <summary>A whole number as the language writes it.</summary>
    public string Number(long number) => number.ToString("N0", Cultures.Of(reader.Language));

    /// <summary>A decimal number that a service tells, as the language writes it, with what it counts; it does not break across lines.</summary>
    public string Amount(string number, string unit) =>
        $"{decimal.Parse(number, CultureInfo.InvariantCulture).ToString("#,##0.##", Cultures.Of(reader.Language))}\u00A0{unit}";
}

/// <summary>One text in three languages.</summary>
public sealed record Phrase(string Nb, string Uk, string En)
{
    public string Of(string language) => language switch
    {
        "nb" => Nb,
        "uk" => Uk,
        _ => En,
    };
}

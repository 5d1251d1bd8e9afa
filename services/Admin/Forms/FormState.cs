using System.Globalization;
using Kommunebro.Admin.Asking;

namespace Kommunebro.Admin.Forms;

/// <summary>Where a form's values come from.</summary>
public enum FormOrigin { Fresh, Sent, Draft }

/// <summary>One thing that is wrong with a form.</summary>
/// <param name="Field">The field; empty when it is about the whole.</param>
/// <param name="Message">For the person.</param>
public sealed record FormError(string Field, string Message);

/// <summary>A form's values and what is wrong with them. A service's refusal lands at the field that it names.</summary>
public sealed class FormState(string name, Dictionary<string, string> values, FormOrigin origin)
{
    private readonly List<FormError> _errors = [];

    public string Name => name;

    public FormOrigin Origin => origin;

    public IReadOnlyList<FormError> Errors => _errors;

    /// <summary>Whether it must be shown even when its step is no longer possible: what was written must not be lost.</summary>
    public bool HoldsWords => origin != FormOrigin.Fresh;

    /// <summary>The value of a field as written; empty when there is none.</summary>
    public string this[string field]
    {
        get => values.GetValueOrDefault(field, "").Trim();
        set => values[field] = value;
    }

    public string? ErrorOf(string field) => _errors.Find(error => error.Field == field)?.Message;

    public bool IsChecked(string field) => this[field] is "true" or "on";

    /// <summary>A whole number; null when empty. One that cannot be read is an error at the field.</summary>
    public int? Number(string field, Words words)
    {
        if (this[field].Length == 0)
            return null;
        if (int.TryParse(this[field], NumberStyles.Integer, CultureInfo.CurrentCulture, out var number))
            return number;
        Refuse(field, words["rule.whole_number"]);
        return null;
    }

    /// <summary>A number with or without decimals; null when empty. One that cannot be read is an error at the field.</summary>
    public decimal? Amount(string field, Words words)
    {
        if (this[field].Length == 0)
            return null;
        // Blanks may stand between thousands; what is no decimal sign here and may be one elsewhere is not guessed at.
        var digits = string.Concat(this[field].Where(letter => !char.IsWhiteSpace(letter)));
        if (decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.CurrentCulture, out var amount))
            return amount;
        Refuse(field, words["rule.number"]);
        return null;
    }

    /// <summary>What is chosen of a list.</summary>
    public IReadOnlyList<string> Chosen(string field) =>
        this[field].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The version that the person saw.</summary>
    public long Version => long.TryParse(this["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    public void Require(string field, Words words)
    {
        if (this[field].Length == 0)
            Refuse(field, words["rule.missing_field"]);
    }

    public void Refuse(string field, string message) => _errors.Add(new FormError(field, message));

    /// <summary>Takes over what a service said no to.</summary>
    /// <param name="refused">The no.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="currentVersion">The version that the page shows now, for the next try.</param>
    public void Refuse(Refused refused, Words words, long? currentVersion = null)
    {
        foreach (var violation in refused.Violations)
            _errors.Add(new FormError(FieldOf(violation.Field), words.Rule(violation.Code, violation.Message)));
        if (refused.Violations.Count == 0)
            _errors.Add(new FormError("", words.Problem(refused.Code, refused.Message)));
        // Only who has been shown the new state may write over it.
        if (refused.Code == "version_mismatch" && currentVersion is { } version)
            this["version"] = version.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A service names a field as REST or as gRPC does: personDays, person_days; reasonCode, reason. Of a list it names the item,
    /// languages[1], and of a group sometimes the whole, title for title.uk.
    /// </summary>
    private string FieldOf(string named)
    {
        var path = values.ContainsKey(named) ? named : named.Split('[')[0];
        var words = path.Split('_');
        var camel = string.Concat(words.Take(1).Concat(words.Skip(1).Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}")));
        string[] candidates = [camel, $"{camel}Code", camel.EndsWith("Code", StringComparison.Ordinal) ? camel[..^4] : camel];
        return Array.Find(candidates, values.ContainsKey)
            ?? values.Keys.FirstOrDefault(field => field.StartsWith($"{path}.", StringComparison.Ordinal)) ?? "";
    }
}

namespace Kommunebro.Matching.Engine;

/// <summary>What was declined does not come back until its flag expires, what a coordinator ruled out does not come at all, and whoever is together needs no proposal. Asked last: it speaks of pairs that would fit.</summary>
public sealed class NotExcluded : HardRule
{
    /// <inheritdoc/>
    public override string Code => "not_excluded";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.not_excluded", "tidligere avslag eller samarbeid", "попередня відмова або співпраця", "an earlier no, or a partnership"),
        new("rule.not_excluded.declined",
            "{supplier} og {hromada} passer, men en av dem har takket nei. De foreslås ikke for hverandre til og med {day}.",
            "{supplier} і {hromada} підходять, але одна зі сторін відмовилася. До {day} включно їх не пропонують одне одному.",
            "{supplier} and {hromada} fit, but one of them said no. They are not proposed to each other until {day}."),
        new("rule.not_excluded.banned",
            "{supplier} og {hromada} passer, men en koordinator har utelukket at de foreslås for hverandre.",
            "{supplier} і {hromada} підходять, але координатор виключив, щоб їх пропонували одне одному.",
            "{supplier} and {hromada} fit, but a coordinator ruled out that they are proposed to each other."),
        new("rule.not_excluded.partners",
            "{supplier} og {hromada} samarbeider allerede.",
            "{supplier} і {hromada} вже співпрацюють.",
            "{supplier} and {hromada} already work together."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit)
    {
        if (!fit.Problem.Exclusions.TryGetValue((fit.Supplier.Id, fit.Hromada.Id), out var exclusion)) return null;
        var supplier = Argument.Municipality("supplier", fit.Supplier.Id);
        var hromada = Argument.Municipality("hromada", fit.Hromada.Id);
        return exclusion switch
        {
            { Reason: ExclusionReason.Declined, Until: { } until } =>
                Sentence.Of("rule.not_excluded.declined", supplier, hromada, Argument.Day("day", until)),
            { Reason: ExclusionReason.Banned } => Sentence.Of("rule.not_excluded.banned", supplier, hromada),
            _ => Sentence.Of("rule.not_excluded.partners", supplier, hromada),
        };
    }
}

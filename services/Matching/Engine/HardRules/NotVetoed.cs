namespace Kommunebro.Matching.Engine;

/// <summary>Neither of the two has said beforehand that it will not work with the other.</summary>
public sealed class NotVetoed : HardRule
{
    /// <inheritdoc/>
    public override string Code => "not_vetoed";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.not_vetoed", "forbehold mot hverandre", "застереження щодо партнера", "a reservation about the other"),
        new("rule.not_vetoed.supplier",
            "{supplier} har tatt forbehold mot et samarbeid med {hromada}.",
            "{supplier} має застереження щодо співпраці ({hromada}).",
            "{supplier} has made a reservation about working with {hromada}."),
        new("rule.not_vetoed.hromada",
            "{hromada} har tatt forbehold mot et samarbeid med {supplier}.",
            "{hromada} має застереження щодо співпраці ({supplier}).",
            "{hromada} has made a reservation about working with {supplier}."),
    ];

    /// <summary>Whether either of the two has a reservation.</summary>
    public static bool IsVetoed(Supplier supplier, Need need) =>
        supplier.Vetoes.Contains(need.HromadaId) || need.Vetoes.Contains(supplier.Id);

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit)
    {
        if (!IsVetoed(fit.Supplier, fit.Need)) return null;
        var who = fit.Supplier.Vetoes.Contains(fit.Hromada.Id) ? "supplier" : "hromada";
        return Sentence.Of(
            $"rule.not_vetoed.{who}",
            Argument.Municipality("supplier", fit.Supplier.Id),
            Argument.Municipality("hromada", fit.Hromada.Id));
    }
}

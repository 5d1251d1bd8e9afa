namespace Kommunebro.Matching.Engine;

/// <summary>The supplier has capacity, and enough of it beside the overhead of a partnership: for the whole need, or for a quarter of one that can be shared.</summary>
public sealed class CapacityLeft : HardRule
{
    /// <inheritdoc/>
    public override string Code => "capacity_left";

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("rule.capacity_left", "ikke nok kapasitet", "замало ресурсу", "not enough capacity"),
        new("rule.capacity_left.none",
            "{supplier} har ingen ledig kapasitet.",
            "{supplier}: вільного ресурсу немає.",
            "{supplier} has no capacity left."),
        new("rule.capacity_left.too_little",
            "Behovet krever minst {effort}, mens {supplier} har {available} til «{area}».",
            "Потреба: щонайменше {effort}. {supplier} може виділити на напрям «{area}» лише {available}.",
            "The need takes at least {effort}, while {supplier} has {available} for “{area}”."),
    ];

    /// <inheritdoc/>
    public override Sentence? Objection(Fit fit)
    {
        var supplier = Argument.Municipality("supplier", fit.Supplier.Id);
        if (fit.Available == 0 || fit.Supplier.MaxPartnerships == 0) return Sentence.Of("rule.capacity_left.none", supplier);
        if (fit.Suffices) return null;
        return Sentence.Of(
            "rule.capacity_left.too_little",
            supplier,
            Argument.Of("effort", ArgumentKind.PersonDays, fit.LeastDays),
            Argument.Of("available", ArgumentKind.PersonDays, fit.Available),
            Argument.Area("area", fit.Competence?.AreaCode ?? fit.Need.AreaCode));
    }
}

namespace Kommunebro.Matching.Engine;

/// <summary>Capacity to spare: full when the supplier has (1 + urgency) times the effort, in proportion below. The more urgent, the less may hang on the last free day.</summary>
public sealed class CapacityForUrgency : Criterion
{
    /// <inheritdoc/>
    public override string Code => CriterionCode.CapacityForUrgency;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.capacity_for_urgency", "Kapasitet og hastegrad", "Ресурс і терміновість", "Capacity and urgency"),
        new("criterion.capacity_for_urgency.margin",
            "Behovet krever {effort}; {supplier} har {available} å ta av. Hastegrad: {urgency}.",
            "Потреба: {effort}. Доступний ресурс ({supplier}): {available}. Терміновість: {urgency}.",
            "The need takes {effort}; {supplier} has {available} to draw on. Urgency: {urgency}."),
    ];

    /// <summary>Person-days at which capacity is full.</summary>
    internal static long ComfortableDays(Need need) => checked((1L + need.Urgency) * need.Effort.Days);

    /// <summary>The finding for so many available person-days.</summary>
    internal static int RawOf(int available, long comfortable) => (int)Math.Min(Full, checked((long)Full * available) / comfortable);

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        return Rating.Of(RawOf(fit.Available, ComfortableDays(fit.Need)), Sentence.Of(
            "criterion.capacity_for_urgency.margin",
            Argument.Municipality("supplier", fit.Supplier.Id),
            Argument.Of("effort", ArgumentKind.PersonDays, fit.Need.Effort.Days),
            Argument.Of("available", ArgumentKind.PersonDays, fit.Available),
            Argument.Of("urgency", ArgumentKind.Urgency, fit.Need.Urgency)));
    }
}

namespace Kommunebro.Matching.Engine;

/// <summary>What the supplier can learn back: full when the hromada teaches what the supplier wants to learn, 500 when it teaches something else.</summary>
public sealed class Reciprocity : Criterion
{
    private const int SomethingElse = 500;

    /// <inheritdoc/>
    public override string Code => CriterionCode.Reciprocity;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.reciprocity", "Gjensidig læring", "Взаємне навчання", "Learning back"),
        new("criterion.reciprocity.wanted",
            "{supplier} kan lære av {hromada} innen «{area}», slik den ønsker.",
            "{supplier} може повчитися за бажаним напрямом «{area}»: {hromada}.",
            "{supplier} can learn from {hromada} in “{area}”, as it wishes to."),
        new("criterion.reciprocity.other",
            "{supplier} kan lære av {hromada} innen «{area}».",
            "{supplier} може повчитися за напрямом «{area}»: {hromada}.",
            "{supplier} can learn from {hromada} in “{area}”."),
        new("criterion.reciprocity.unknown",
            "Hva {supplier} kan lære av {hromada}, er ikke registrert.",
            "Немає даних про те, чого {supplier} може навчитися ({hromada}).",
            "What {supplier} can learn from {hromada} is not recorded."),
    ];

    /// <summary>The finding, and the area that it speaks of; null where the hromada teaches nothing.</summary>
    internal static (int Raw, string? Area) Find(Supplier supplier, Hromada hromada)
    {
        if (hromada.Teaches.Count == 0) return (0, null);
        var wanted = hromada.Teaches.Where(supplier.Learns.Contains).Order(StringComparer.Ordinal).FirstOrDefault();
        return wanted is null ? (SomethingElse, hromada.Teaches.Order(StringComparer.Ordinal).First()) : (Full, wanted);
    }

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        var supplier = Argument.Municipality("supplier", fit.Supplier.Id);
        var hromada = Argument.Municipality("hromada", fit.Hromada.Id);
        var (raw, area) = Find(fit.Supplier, fit.Hromada);
        if (area is null) return Rating.Unknown(Sentence.Of("criterion.reciprocity.unknown", supplier, hromada));
        var key = raw == Full ? "criterion.reciprocity.wanted" : "criterion.reciprocity.other";
        return Rating.Of(raw, Sentence.Of(key, supplier, hromada, Argument.Area("area", area)));
    }
}

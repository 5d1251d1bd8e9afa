namespace Kommunebro.Matching.Engine;

/// <summary>
/// Earlier ties, as far as the two tell of them: full when each names the other as a partner that it wishes for, 600 when one does. Twin
/// towns, resettled refugees and shared third partners are not recorded yet, so other pairs say that nothing is known.
/// </summary>
public sealed class PriorTie : Criterion
{
    private const int OneSided = 600;

    /// <inheritdoc/>
    public override string Code => CriterionCode.PriorTie;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.prior_tie", "Tidligere bånd", "Попередні зв'язки", "Earlier ties"),
        new("criterion.prior_tie.both",
            "{supplier} og {hromada} ønsker hverandre som partner.",
            "{supplier} і {hromada} бажають бути партнерами.",
            "{supplier} and {hromada} wish for each other as a partner."),
        new("criterion.prior_tie.supplier",
            "{supplier} ønsker {hromada} som partner.",
            "{supplier} бажає мати партнером цю громаду: {hromada}.",
            "{supplier} wishes for {hromada} as a partner."),
        new("criterion.prior_tie.hromada",
            "{hromada} ønsker {supplier} som partner.",
            "{hromada}: бажаний партнер — {supplier}.",
            "{hromada} wishes for {supplier} as a partner."),
        new("criterion.prior_tie.unknown",
            "Det er ikke registrert om {supplier} og {hromada} har hatt kontakt før.",
            "Немає даних про те, чи мали {supplier} і {hromada} зв'язки раніше.",
            "Whether {supplier} and {hromada} have had ties before is not recorded."),
    ];

    /// <summary>The finding for wishes of the supplier and of the hromada; 0 where neither has one.</summary>
    internal static int RawOf(bool ofSupplier, bool ofHromada) => ofSupplier && ofHromada ? Full : ofSupplier || ofHromada ? OneSided : 0;

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        var (ofSupplier, ofHromada) = (fit.Supplier.Wishes.Contains(fit.Hromada.Id), fit.Need.Wishes.Contains(fit.Supplier.Id));
        var who = (ofSupplier, ofHromada) switch
        {
            (true, true) => "both",
            (true, false) => "supplier",
            (false, true) => "hromada",
            _ => "unknown",
        };
        var sentence = Sentence.Of(
            $"criterion.prior_tie.{who}",
            Argument.Municipality("supplier", fit.Supplier.Id),
            Argument.Municipality("hromada", fit.Hromada.Id));
        return ofSupplier || ofHromada ? Rating.Of(RawOf(ofSupplier, ofHromada), sentence) : Rating.Unknown(sentence);
    }
}

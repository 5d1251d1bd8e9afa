using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>
/// Two parts of the wanted forms of help, one part of the length of cooperation: full when the length suits and help with
/// an acute need could grow into a long partnership, 600 when it could not or the supplier named no length.
/// </summary>
public sealed class ModeHorizonFit : Criterion
{
    private const int ShortOnly = 600;

    /// <inheritdoc/>
    public override string Code => CriterionCode.ModeHorizonFit;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates { get; } =
    [
        new("criterion.mode_horizon_fit", "Form og varighet", "Форма і тривалість", "Form and length"),
        new("criterion.mode_horizon_fit.any",
            "Enhver form for hjelp er velkommen; {supplier} kan bidra med {modes}.",
            "Підійде будь-яка форма допомоги; {supplier} пропонує: {modes}.",
            "Any form of help is welcome; {supplier} can give {modes}."),
        new("criterion.mode_horizon_fit.wanted",
            "{supplier} kan hjelpe slik hromadaen ønsker: {modes}.",
            "{supplier} може допомогти так, як бажає громада: {modes}.",
            "{supplier} can help in the way the hromada wants: {modes}."),
        new("criterion.mode_horizon_fit.grows",
            "Hjelpen kan vokse til et varig samarbeid.",
            "Допомога може перерости у тривалу співпрацю.",
            "The help can grow into a lasting cooperation."),
        new("criterion.mode_horizon_fit.long",
            "{supplier} er åpen for langvarig samarbeid, slik behovet krever.",
            "{supplier} погоджується на довгострокову співпрацю, якої вимагає потреба.",
            "{supplier} accepts the long cooperation that the need calls for."),
        new("criterion.mode_horizon_fit.short",
            "{supplier} har bare sagt ja til kortvarig samarbeid.",
            "{supplier} поки що погоджується лише на короткострокову співпрацю.",
            "{supplier} has accepted only short cooperation."),
        new("criterion.mode_horizon_fit.unsaid",
            "{supplier} har ikke sagt hvor lenge samarbeidet kan vare.",
            "{supplier} не вказує, якою може бути тривалість співпраці.",
            "{supplier} has not said how long the cooperation can last."),
    ];

    /// <summary>The finding for a fit of the forms of help, and a supplier that accepts long cooperation or did not say so.</summary>
    internal static int RawOf(int modePermille, bool lasts) => (2 * modePermille + (lasts ? Full : ShortOnly)) / 3;

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        var supplier = Argument.Municipality("supplier", fit.Supplier.Id);
        var form = fit.Need.DesiredModes.Count == 0 ? "any" : "wanted";
        var lasts = fit.Supplier.Terms.Contains(Term.Long);
        return Rating.Of(
            RawOf(fit.Mode, lasts),
            Sentence.Of($"criterion.mode_horizon_fit.{form}", supplier, Argument.Modes("modes", fit.Modes)),
            Length(fit, supplier, lasts));
    }

    private static Sentence Length(Fit fit, Argument supplier, bool lasts)
    {
        if (lasts && fit.Need.Horizon is Horizon.Acute) return Sentence.Of("criterion.mode_horizon_fit.grows");
        if (lasts) return Sentence.Of("criterion.mode_horizon_fit.long", supplier);
        return Sentence.Of(
            fit.Supplier.Terms.Count == 0 ? "criterion.mode_horizon_fit.unsaid" : "criterion.mode_horizon_fit.short", supplier);
    }
}

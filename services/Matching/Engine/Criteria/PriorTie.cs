using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>
/// Earlier ties: what the two do together already, and what they wish for. Full for twin towns and for cooperation, which lasting
/// partnerships grow out of; 800 for a project or acute help, which end. Full for wishes of both, 600 for a wish of one. The two parts are
/// added, up to full. Resettled refugees and shared third partners are not recorded.
/// </summary>
public sealed class PriorTie : Criterion
{
    private const int OneSided = 600;
    private const int Limited = 800;

    private static readonly string[] Wishes = ["criterion.prior_tie.both", "criterion.prior_tie.supplier", "criterion.prior_tie.hromada"];

    /// <inheritdoc/>
    public override string Code => CriterionCode.PriorTie;

    /// <inheritdoc/>
    public override IReadOnlyList<Template> Templates => PriorTieTexts.All;

    /// <summary>The finding for wishes of the supplier and of the hromada, and for the closest tie; 0 where there is none of them.</summary>
    internal static int RawOf(bool ofSupplier, bool ofHromada, InitiativeKind? tie) => Math.Min(
        Full,
        (ofSupplier && ofHromada ? Full : ofSupplier || ofHromada ? OneSided : 0)
            + tie switch { null => 0, InitiativeKind.TwinTown or InitiativeKind.Cooperation => Full, _ => Limited });

    /// <summary>The closest of several ties: kinds are in that order.</summary>
    internal static InitiativeKind? Closest(IEnumerable<Tie> ties) => ties.Select(tie => (InitiativeKind?)tie.Kind).Min();

    /// <summary>Whether <paramref name="reason"/> tells one side what the other wishes for: coordinators read it, no summary of a proposal has it.</summary>
    internal static bool IsOwnBusiness(Sentence reason) => Wishes.Contains(reason.Key);

    /// <inheritdoc/>
    public override Rating Rate(Fit fit)
    {
        var (ofSupplier, ofHromada) = (fit.Supplier.Wishes.Contains(fit.Hromada.Id), fit.Need.Wishes.Contains(fit.Supplier.Id));
        var tie = Closest(fit.Supplier.Ties.Where(tie => tie.HromadaId == fit.Hromada.Id));
        var wish = (ofSupplier, ofHromada) switch
        {
            (true, true) => "both",
            (true, false) => "supplier",
            (false, true) => "hromada",
            _ => null,
        };
        // What they do together says more than what they wish for, and stands last, where a summary takes it from.
        Sentence[] reasons = [.. new[] { wish, tie is { } kind ? WireName.Of(kind) : null }.OfType<string>().Select(what => Say(fit, what))];
        return reasons.Length > 0 ? Rating.Of(RawOf(ofSupplier, ofHromada, tie), reasons) : Rating.Unknown(Say(fit, "unknown"));
    }

    private static Sentence Say(Fit fit, string what) => Sentence.Of(
        $"criterion.prior_tie.{what}",
        Argument.Municipality("supplier", fit.Supplier.Id),
        Argument.Municipality("hromada", fit.Hromada.Id));
}

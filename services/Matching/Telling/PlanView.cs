using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Telling;

/// <summary>A plan in one language.</summary>
/// <param name="RunId">The run that made it.</param>
/// <param name="Language">nb, uk or en.</param>
/// <param name="Optimal">Whether every goal is proven to be reached as far as it can be.</param>
/// <param name="Hash">Fingerprint of the pairs.</param>
/// <param name="Versions">By what it was made.</param>
/// <param name="Stages">How far each goal is reached, most important first.</param>
/// <param name="Totals">The plan in numbers.</param>
/// <param name="Matches">Who would help whom.</param>
/// <param name="Unmatched">Who got nothing, and why.</param>
/// <param name="Idle">Suppliers for whom nothing is proposed, and why.</param>
/// <param name="Masked">How many matches and unmatched needs are left out, because this reader may not see restricted needs.</param>
public sealed record PlanView(
    Guid RunId,
    string Language,
    bool Optimal,
    string Hash,
    PlanVersions Versions,
    IReadOnlyList<StoredStage> Stages,
    PlanTotals Totals,
    IReadOnlyList<MatchView> Matches,
    IReadOnlyList<UnmatchedView> Unmatched,
    IReadOnlyList<IdleView> Idle,
    int Masked)
{
    /// <summary>Tells <paramref name="plan"/> in <paramref name="language"/>; its totals are those of the whole plan for every reader.</summary>
    internal static PlanView Of(Guid runId, StoredPlan plan, string language, NeedSight sight)
    {
        var teller = new Teller(plan.Names, language, sight);
        var shown = sight.Of(plan);
        return new PlanView(
            runId,
            language,
            plan.Optimal,
            plan.Hash,
            plan.Versions,
            plan.Stages,
            PlanTotals.Of(plan),
            [.. shown.Matches.Select(teller.Tell)],
            [.. shown.Unmatched.Select(unmatched => new UnmatchedView(teller.Tell(unmatched.Need), teller.Tell(unmatched.Reasons)))],
            [.. shown.Idle.Select(idle => new IdleView(teller.Tell(idle.Supplier), teller.Tell(idle.Reasons)))],
            plan.Matches.Count + plan.Unmatched.Count - shown.Matches.Count - shown.Unmatched.Count);
    }
}

/// <summary>A need that nobody is proposed for.</summary>
public sealed record UnmatchedView(NeedView Need, IReadOnlyList<string> Reasons);

/// <summary>A supplier that nothing is proposed for.</summary>
public sealed record IdleView(PartyView Supplier, IReadOnlyList<string> Reasons);

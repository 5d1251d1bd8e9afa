namespace Kommunebro.Matching.Engine;

/// <summary>
/// A plan that was made before, held against what is known now: shares that are no longer eligible, or no longer fit, are left out. Of a
/// plan of the same data nothing is.
/// </summary>
internal sealed class RecalledPlan
{
    /// <summary>Takes the shares in the order of their ids.</summary>
    public RecalledPlan(CandidateSet candidates, IEnumerable<PlannedShare> shares)
    {
        Candidates = candidates;
        var left = new Remainder(candidates.Problem);
        var kept = new List<(Candidate Candidate, int Quarters)>();
        foreach (var share in shares.OrderBy(share => share.SupplierId).ThenBy(share => share.NeedId))
            if (candidates.Find(share.SupplierId, share.NeedId) is { } candidate && left.Take(candidate, share.Quarters) is null)
                kept.Add((candidate, share.Quarters));
        Shares = kept;
    }

    /// <summary>The pairs that are eligible now.</summary>
    public CandidateSet Candidates { get; }

    /// <summary>What is left of the plan.</summary>
    public IReadOnlyList<(Candidate Candidate, int Quarters)> Shares { get; }

    /// <summary>The same as matches; who coordinates is not looked at.</summary>
    public IReadOnlyList<Match> Matches =>
    [
        .. Shares.Select(share => new Match(
            Candidates.Detail(share.Candidate),
            share.Quarters,
            Share.Days(Candidates.Problem.Needs[share.Candidate.Need].Effort.Days, share.Quarters),
            Coordinates: false,
            IsPinned: false)),
    ];
}

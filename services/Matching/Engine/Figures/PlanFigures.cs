namespace Kommunebro.Matching.Engine;

/// <summary>A plan in figures, to be held against another plan's.</summary>
/// <param name="Value">Total value, less what partnerships and changes cost.</param>
/// <param name="Fairness">What fairness cost in value points.</param>
/// <param name="ByOblast">Coverage by oblast, in the order of the codes.</param>
/// <param name="ByCategory">Coverage by programme category: outside_war_zone, undecided, war_zone.</param>
/// <param name="GiniPermille">How unevenly the person-days are spread over the coverable hromadas (see <see cref="Evenness.GiniPermille"/>).</param>
/// <param name="TenthPercentileDays">Person-days of the hromada at the tenth percentile of them (see <see cref="Evenness.Percentile"/>).</param>
/// <param name="Small">Load of suppliers below <see cref="SmallBelow"/> inhabitants.</param>
/// <param name="BlockingPairs">Pairs that would rather have each other (see <see cref="Engine.BlockingPairs"/>).</param>
public sealed record PlanFigures(
    long Value,
    PriceOfFairness? Fairness,
    IReadOnlyList<CoverageFigure> ByOblast,
    IReadOnlyList<CoverageFigure> ByCategory,
    int GiniPermille,
    int TenthPercentileDays,
    LoadFigure Small,
    int BlockingPairs)
{
    /// <summary>Suppliers with fewer inhabitants count as small; those of which they are not known do not.</summary>
    public const int SmallBelow = 5_000;

    private const string Undecided = "undecided";

    /// <summary>The figures of <paramref name="plan"/>.</summary>
    /// <param name="candidates">The pairs that it was chosen from.</param>
    /// <param name="plan">The plan.</param>
    public static PlanFigures Of(CandidateSet candidates, Plan plan)
    {
        var problem = candidates.Problem;
        var covered = Covered(problem, plan);
        var coverable = covered.ToHashSet();
        foreach (var need in problem.Needs)
            if (candidates.CountOf(need.Id) > 0) coverable.Add(need.HromadaId);
        var days = plan.Matches.GroupBy(match => match.Pair.Hromada.Id).ToDictionary(own => own.Key, own => own.Sum(match => match.PersonDays));
        int[] spread = [.. coverable.Select(hromada => days.GetValueOrDefault(hromada))];
        SupplierShare[] small = [.. plan.Suppliers.Where(share => share.Supplier.Population < SmallBelow)];
        return new PlanFigures(
            plan.Value.Reached,
            plan.Fairness,
            Coverage(hromada => hromada.Oblast),
            Coverage(hromada => hromada.Category is { } category ? Contracts.WireName.Of(category) : Undecided),
            Evenness.GiniPermille(spread),
            Evenness.Percentile(spread, 10),
            new LoadFigure(
                small.Length,
                small.Sum(share => share.EffortDays + share.OverheadDays),
                small.Sum(share => share.Supplier.Capacity.Days)),
            new BlockingPairs(candidates, plan).Count());

        IReadOnlyList<CoverageFigure> Coverage(Func<Hromada, string> group) =>
        [
            .. problem.Hromadas.GroupBy(group).OrderBy(members => members.Key, StringComparer.Ordinal).Select(members => new CoverageFigure(
                members.Key, members.Count(), members.Count(known => coverable.Contains(known.Id)), members.Count(known => covered.Contains(known.Id)))),
        ];
    }

    /// <summary>Hromadas of which at least half of a need is met, what is decided already included.</summary>
    private static HashSet<Guid> Covered(Problem problem, Plan plan)
    {
        var open = plan.Unmatched.Select(unmatched => unmatched.Need.Id).ToHashSet();
        var standing = problem.Decisions.Standing.Where(share => share.NeedId is { } id && !problem.NeedById.ContainsKey(id))
            .GroupBy(share => share.NeedId).Where(shares => shares.Sum(share => share.Quarters) >= Share.Covering)
            .Select(shares => shares.First().HromadaId);
        return [.. problem.Needs.Where(need => !open.Contains(need.Id)).Select(need => need.HromadaId), .. standing.Where(problem.HromadaById.ContainsKey)];
    }
}

/// <summary>How much of a group of hromadas is covered.</summary>
/// <param name="Group">An oblast's two KATOTTG digits, or a category.</param>
/// <param name="Hromadas">Those that have needs.</param>
/// <param name="Coverable">Those of them that anybody is eligible for, or that are covered.</param>
/// <param name="Covered">Those of them of which at least half of a need is met.</param>
public sealed record CoverageFigure(string Group, int Hromadas, int Coverable, int Covered);

/// <summary>How much of what suppliers have is used.</summary>
/// <param name="Suppliers">How many suppliers.</param>
/// <param name="UsedDays">Person-days that the plan takes of them, for needs and for partnerships.</param>
/// <param name="AvailableDays">Person-days that they had left before it.</param>
public sealed record LoadFigure(int Suppliers, int UsedDays, int AvailableDays);

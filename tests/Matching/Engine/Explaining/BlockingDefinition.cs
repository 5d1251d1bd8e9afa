using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine.Explaining;

/// <summary>Counts blocking pairs by making each change and looking at the whole plan again, as the definition reads.</summary>
internal sealed class BlockingDefinition(Problem problem, Plan plan)
{
    private sealed record Part(Pair Pair, int Quarters)
    {
        public int Days => (Pair.Need.Effort.Days * Quarters + 3) / 4;

        public long Value => Pair.Value * Quarters / 4;
    }

    private readonly List<Part> _plan = [.. plan.Matches.Select(match => new Part(match.Pair, match.Quarters))];

    public int Count() => CandidateSet.Of(problem).Pairs.Count(IsBlocking);

    private bool IsBlocking(Pair pair)
    {
        var holders = _plan.Where(part => part.Pair.Need.Id == pair.Need.Id).ToList();
        if (holders.Exists(part => part.Pair.Supplier.Id == pair.Supplier.Id)) return false;
        var worst = holders.OrderBy(part => part.Pair.Score).FirstOrDefault();
        if (worst is not null && worst.Pair.Score >= pair.Score) return false;
        var isShared = problem.Scenario.Sharing.MaxSuppliers > 1 && pair.Need.Effort.Days >= problem.Scenario.Sharing.FromDays;
        var part = new Part(pair, worst?.Quarters ?? (isShared ? 2 : 4));
        List<Part> without = [.. _plan.Where(other => other != worst), part];
        return IsFeasible(without, pair)
            || _plan.Exists(own => own.Pair.Supplier.Id == pair.Supplier.Id && own.Value < part.Value && IsFeasible([.. without.Where(other => other != own)], pair));
    }

    private bool IsFeasible(List<Part> parts, Pair pair)
    {
        var own = parts.Where(part => part.Pair.Supplier.Id == pair.Supplier.Id).ToList();
        var partnerships = own.Select(part => part.Pair.Hromada.Id).Distinct().Count();
        return partnerships <= pair.Supplier.MaxPartnerships
            && own.Sum(part => part.Days) + partnerships * problem.Scenario.OverheadDays <= pair.Supplier.Capacity.Days
            && own.Where(part => part.Pair.Competence.AreaCode == pair.Competence.AreaCode).Sum(part => part.Days) <= (pair.Competence.MaxPersonDays ?? int.MaxValue)
            && parts.Where(part => part.Pair.Hromada.Id == pair.Hromada.Id).Select(part => part.Pair.Supplier.Id).Distinct().Count()
                <= problem.Scenario.MaxPartnersPerHromada;
    }
}

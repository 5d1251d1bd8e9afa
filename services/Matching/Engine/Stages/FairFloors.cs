namespace Kommunebro.Matching.Engine;

/// <summary>Makes the floors of the fairness stages. One hromada of a stage outweighs all that a supplier could gain in the stages after it.</summary>
internal sealed class FairFloors
{
    // A supplier begins far fewer partnerships than this.
    private const long Rank = 64;

    private readonly Model _model;
    private readonly bool[] _outside;
    private readonly long _point;

    public FairFloors(Model model)
    {
        _model = model;
        _outside = [.. model.Fairness.InWarZone.Select(isInside => !isInside)];
        _point = MostOfSupplier(model);
    }

    /// <summary>War-zone hromadas with a critical need.</summary>
    public Floor Critical(int required) => new(_model.Fairness.InWarZone, CriticalOnly: true, required, Rank * Rank * _point);

    /// <summary>War-zone hromadas, by whatever need.</summary>
    public Floor Inside(int required) => new(_model.Fairness.InWarZone, CriticalOnly: false, required, Rank * _point);

    /// <summary>Each group, with so much coverage in permille.</summary>
    public IEnumerable<Floor> Coverage(CoverageGroups groups, IReadOnlyList<int> values) => values.Select((value, group) =>
        new Floor(groups.Members(group), CriticalOnly: false, groups.Required(group, value), Rank * _point));

    /// <summary>What each group must keep so that the least covered ones stay as they are in a plan: its own coverage, or as much as the last of them.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="last">Coverage of the last of the least covered groups, less what may be given up.</param>
    public IEnumerable<Floor> Coverage(CoverageGroups groups, Assignment plan, int last) =>
        Coverage(groups, [.. groups.Of(plan).Select(value => Math.Min(value, last))]);

    /// <summary>Hromadas outside the war zone.</summary>
    public Floor Outside(int required) => new(_outside, CriticalOnly: false, required, _point);

    /// <summary>What a plan must keep of what its fairness stages reached, each less its tolerance.</summary>
    public IReadOnlyList<Floor> Kept(CoverageGroups groups, Assignment plan, IReadOnlyList<StageResult> results)
    {
        var (floors, tolerances) = (new List<Floor>(), _model.Fairness.Tolerances);
        foreach (var result in results)
        {
            var kept = (int)tolerances.Kept(result.Stage, result.Reached);
            if (result.Stage is ObjectiveStage.CriticalWarZone) floors.Add(Critical(kept));
            if (result.Stage is ObjectiveStage.OutsideShare) floors.Add(Outside(kept));
        }
        if (results.LastOrDefault(result => result.Stage is ObjectiveStage.Coverage) is { } last)
            floors.AddRange(Coverage(groups, plan, (int)tolerances.Kept(last.Stage, last.Reached)));
        return floors;
    }

    /// <summary>Hromadas outside the war zone that are due: their share of what a flow shows possible, rounded up.</summary>
    public int Due()
    {
        var possible = new PartnerFlow(_model, _outside, criticalOnly: false).Most();
        return (int)(((long)possible * _model.Fairness.OutsidePermille + 999) / 1000);
    }

    private static long MostOfSupplier(Model model)
    {
        var most = 0L;
        for (var supplier = 0; supplier < model.Suppliers; supplier++)
        {
            var sum = 1L;
            for (var pair = model.LinkPairs[model.SupplierLinks[supplier]]; pair < model.LinkPairs[model.SupplierLinks[supplier + 1]]; pair++)
                sum += model.PairValue[pair] + model.PairKept[pair];
            most = Math.Max(most, sum);
        }
        return checked(most * Prices.Scale);
    }
}

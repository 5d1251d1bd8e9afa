using Kommunebro.Contracts;

namespace Kommunebro.Matching.Engine;

/// <summary>What is taken where effort or capacity is unknown or only a band, so that thin data can be matched; each result is marked as assumed.</summary>
/// <param name="Version">Names these assumptions on the plan.</param>
/// <param name="EffortByHorizon">Person-days of a need of unknown effort, for each horizon.</param>
/// <param name="AreaPercent">Per cent of that for areas that take more or less than others; 100 where an area is absent.</param>
/// <param name="EffortByBand">Person-days of a need for each band.</param>
/// <param name="CapacityBySize">Person-days of a supplier of unknown capacity, by steps that rise with population; the last one is open above.</param>
/// <param name="CapacityWithoutPopulation">The same where the population is not known, either.</param>
/// <param name="CapacityByBand">Person-days of a supplier for each band.</param>
public sealed record Assumptions(
    string Version,
    IReadOnlyDictionary<Horizon, int> EffortByHorizon,
    IReadOnlyDictionary<string, int> AreaPercent,
    IReadOnlyDictionary<Band, int> EffortByBand,
    IReadOnlyList<SizeStep> CapacityBySize,
    int CapacityWithoutPopulation,
    IReadOnlyDictionary<Band, int> CapacityByBand)
{
    /// <summary>The effort of a need: as stated, else by its band, else by its horizon and area (rounded up).</summary>
    public PersonDays Effort(int? stated, Band? band, Horizon horizon, string areaCode)
    {
        if (stated is { } days) return PersonDays.Stated(days);
        if (band is { } size) return AssumptionTexts.EffortBand(EffortByBand[size], size);
        var percent = AreaPercent.GetValueOrDefault(areaCode, 100);
        var assumed = checked((EffortByHorizon[horizon] * percent + 99) / 100);
        return AssumptionTexts.EffortUnknown(assumed, horizon, areaCode);
    }

    /// <summary>The capacity of a supplier: as stated, else by its band, else by its population.</summary>
    public PersonDays Capacity(int? stated, Band? band, int? population)
    {
        if (stated is { } days) return PersonDays.Stated(days);
        if (band is { } size) return AssumptionTexts.CapacityBand(CapacityByBand[size], size);
        if (population is not { } people) return AssumptionTexts.CapacityUnknown(CapacityWithoutPopulation);
        return AssumptionTexts.CapacityBySize(CapacityBySize.First(step => people <= step.UpToPeople).Days, people);
    }
}

/// <summary>The capacity of suppliers with up to <paramref name="UpToPeople"/> inhabitants.</summary>
/// <param name="UpToPeople">Upper end, included; <see cref="int.MaxValue"/> in the last step.</param>
/// <param name="Days">Person-days per planning period.</param>
public sealed record SizeStep(int UpToPeople, int Days);

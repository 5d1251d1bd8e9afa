using Kommunebro.NeedsIntake.Needs;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>Says what a need still lacks for its verification: only what its area and kind need.</summary>
internal static class NeedGuidance
{
    private static readonly string[] BuiltAreas = ["WAT", "SAN", "HEA-D", "ENE", "REN", "HOU", "BLD", "ROA", "WAS"];

    private static readonly string[] PeopleAreas =
        ["KIN", "SCH", "INC", "HLT", "MHP", "REH", "CHI", "ELD", "SOC", "DIS", "IDP", "VET", "GBV", "YOU"];

    private static readonly string[] SeasonalAreas = ["HEA-D", "ENE", "REN", "ROA"];

    /// <summary>What <paramref name="statement"/> lacks, the most helpful first; nothing of it is demanded.</summary>
    public static IReadOnlyList<GuidanceItem> Of(NeedStatement statement) =>
        [.. FieldsMissingIn(statement).Select(field => new GuidanceItem(field, Demanded: false, GuidanceTexts.Of(field)))];

    private static IEnumerable<string> FieldsMissingIn(NeedStatement need)
    {
        var more = need.Particulars;
        if (need.Description is null)
            yield return "description";
        if (need is { PersonDays: null, EffortBand: null })
            yield return "personDays";
        if (more.Kind is null)
            yield return "kind";
        if (need.DesiredModes.Count == 0)
            yield return "desiredModes";
        if (need is { Horizon: Contracts.Horizon.Acute, NeededBy: null })
            yield return "neededBy";
        var built = more.Kind == NeedKind.Infrastructure || BuiltAreas.Contains(need.AreaCode);
        if (built && more.Cost is null)
            yield return "cost";
        if (built && more.Readiness is null)
            yield return "readiness";
        if (more is { Kind: NeedKind.Equipment, Quantity: null })
            yield return "quantity";
        if (more.PeopleAffected is null && (more.Kind == NeedKind.Psychosocial || PeopleAreas.Contains(need.AreaCode)))
            yield return "peopleAffected";
        if (need.Season is null && SeasonalAreas.Contains(need.AreaCode))
            yield return "season";
        if (need.Title.En is null)
            yield return "title.en";
    }
}

using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>Says what a need still lacks for its verification: only what its area and kind need.</summary>
internal static class NeedGuidance
{
    private static readonly string[] BuiltAreas = ["WAT", "SAN", "HEA-D", "ENE", "REN", "HOU", "BLD", "ROA", "WAS"];

    private static readonly string[] PeopleAreas =
        ["KIN", "SCH", "INC", "HLT", "MHP", "REH", "CHI", "ELD", "SOC", "DIS", "IDP", "VET", "GBV", "YOU"];

    private static readonly string[] SeasonalAreas = ["HEA-D", "ENE", "REN", "ROA"];

    /// <summary>What may be asked, the most helpful first: of which needs, and whether a need says it.</summary>
    private static readonly (string Field, Func<Asked, bool> Of, Func<NeedStatement, bool> IsGiven)[] Questions =
    [
        ("description", _ => true, need => need.Description is not null),
        ("personDays", _ => true, need => need.PersonDays is not null || need.EffortBand is not null),
        ("kind", _ => true, need => need.Particulars.Kind is not null),
        ("desiredModes", _ => true, need => need.DesiredModes.Count > 0),
        ("neededBy", of => of.Horizon == Contracts.Horizon.Acute, need => need.NeededBy is not null),
        ("cost", IsBuilt, need => need.Particulars.Cost is not null),
        ("readiness", IsBuilt, need => need.Particulars.Readiness is not null),
        ("quantity", of => of.Kind == NeedKind.Equipment, need => need.Particulars.Quantity is not null),
        ("peopleAffected", of => of.Kind == NeedKind.Psychosocial || PeopleAreas.Contains(of.Area), need => need.Particulars.PeopleAffected is not null),
        ("season", of => SeasonalAreas.Contains(of.Area), need => need.Season is not null),
        ("title.en", _ => true, need => need.Title.En is not null),
    ];

    /// <summary>What <paramref name="statement"/> lacks, the most helpful first; nothing of it is demanded.</summary>
    public static IReadOnlyList<GuidanceItem> Of(NeedStatement statement)
    {
        var asked = new Asked(statement.AreaCode, statement.Particulars.Kind, statement.Horizon);
        return
        [
            .. Questions.Where(question => question.Of(asked) && !question.IsGiven(statement))
                .Select(question => new GuidanceItem(question.Field, Demanded: false, GuidanceTexts.Of(question.Field))),
        ];
    }

    /// <summary>The fields that are asked for in what was written so far, given or not.</summary>
    public static IReadOnlyList<string> AskedOf(NeedRequest content)
    {
        var rules = new Rules();
        var asked = new Asked(content.Area, rules.Choice<NeedKind>(content.Kind, "kind"), rules.Choice<Contracts.Horizon>(content.Horizon, "horizon"));
        return [.. Questions.Where(question => question.Of(asked)).Select(question => question.Field)];
    }

    private static bool IsBuilt(Asked of) => of.Kind == NeedKind.Infrastructure || BuiltAreas.Contains(of.Area);

    /// <summary>By what it is decided what is asked.</summary>
    private sealed record Asked(string? Area, NeedKind? Kind, Contracts.Horizon? Horizon);
}

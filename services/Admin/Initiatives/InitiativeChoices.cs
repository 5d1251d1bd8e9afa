namespace Kommunebro.Admin.Initiatives;

/// <summary>The closed lists of an initiative, as registry names their values.</summary>
public static class InitiativeChoices
{
    public static readonly IReadOnlyList<string> TieKinds = ["twin_town", "cooperation", "solidarity", "project"];

    public static readonly IReadOnlyList<string> Programmes = ["bilateral", "cities4cities", "skew", "shoulder_to_shoulder", "dream", "polaris", "other"];

    /// <summary>Those that are written; the end and a mistake are steps.</summary>
    public static readonly IReadOnlyList<string> WrittenStatuses = ["planned", "cooperation_reported", "agreement_reported", "agreement_signed"];

    public static readonly IReadOnlyList<string> Statuses = [.. WrittenStatuses, "ended", "withdrawn"];
}

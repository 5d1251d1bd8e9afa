namespace Kommunebro.NeedsIntake.Needs;

/// <summary>A need as it stands in the audit: facts and codes. Its free texts may name people, so they stand in the need alone.</summary>
internal static class NeedState
{
    public static object Of(Need need) => new
    {
        need.Version,
        need.Status,
        need.MunicipalityId,
        Statement = StatementOf(need.Statement),
        need.Reviewer,
        need.VerifiedAt,
        need.ExpiresAt,
        need.VerificationMethod,
        EvidencePieces = need.Evidence.Count,
        need.EffortConfirmed,
        need.OnOccupiedTerritory,
        need.RejectionReason,
        need.DuplicateOf,
        need.SuspendedFrom,
        need.LastHeardAt,
        need.PausedUntil,
        need.PauseReason,
        need.Rested,
        need.TextFindings,
        need.TextsUndecided,
        need.ExemptionGround,
    };

    private static object StatementOf(NeedStatement statement) => new
    {
        statement.AreaCode,
        statement.Horizon,
        statement.Urgency,
        statement.DesiredModes,
        statement.PersonDays,
        statement.EffortBand,
        statement.Languages,
        statement.Sensitivity,
        statement.NeededBy,
        statement.Illustrative,
        statement.Season,
        statement.LocationPrecision,
        statement.Particulars.Kind,
        statement.Particulars.SecondaryAreas,
        statement.Particulars.Translations,
        statement.Particulars.PeopleAffected,
        statement.Particulars.Quantity,
        statement.Particulars.Readiness,
        statement.Particulars.DreamId,
        statement.Particulars.RdnaSector,
        statement.Particulars.Cost,
        statement.Particulars.Source,
    };
}

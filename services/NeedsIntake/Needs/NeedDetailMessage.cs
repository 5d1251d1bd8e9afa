using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Correspondence;
using Kommunebro.NeedsIntake.Drafts;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>A need and its history as protobuf says them: empty means not given, or masked.</summary>
internal static class NeedDetailMessage
{
    /// <summary>What <paramref name="view"/> shows of the need, and what the codes in it stand for.</summary>
    public static NeedDetail Of(NeedRow row, NeedView view, IReadOnlyList<NeedStep> steps)
    {
        var detail = new NeedDetail
        {
            NeedId = view.Id.ToString(),
            Version = view.Version,
            Status = WireName.Of(view.Status),
            Illustrative = view.Illustrative,
            Masked = { view.Masked },
            Steps = { steps.Select(WireName.Of) },
        };
        if (view.Masked.Count == 0)
        {
            TellPlace(detail, row, view);
            TellStatement(detail, row, view);
            TellCourse(detail, view);
            TellVerification(detail, view);
            detail.Particulars = ParticularsMessage.Of(view);
        }

        return detail;
    }

    public static HistoryEntry Of(NeedStepTaken step) =>
        new() { At = Moment(step.At), Action = step.Action, Who = step.Who, Text = step.Words };

    private static void TellPlace(NeedDetail detail, NeedRow row, NeedView view)
    {
        detail.HromadaCode = view.Municipality ?? "";
        detail.HromadaNames = ToText(view.MunicipalityNames);
        detail.RegionCode = view.Region?.Code ?? "";
        detail.RegionNames = ToText(view.Region?.Names);
        detail.TerritoryStatus = WireName.Of(row.Hromada.TerritoryStatus);
        detail.Category = Name(row.Hromada.Category);
    }

    private static void TellStatement(NeedDetail detail, NeedRow row, NeedView view)
    {
        detail.Title = ToText(view.Title);
        detail.Description = ToText(view.Description);
        detail.AreaCode = view.Area ?? "";
        detail.AreaNames = ToText(row.Area.Names);
        detail.Horizon = Name(view.Horizon);
        detail.Urgency = view.Urgency ?? 0;
        detail.UrgencyReason = view.UrgencyReason ?? "";
        detail.DesiredModes.AddRange((view.DesiredModes ?? []).Select(WireName.Of));
        if (view.PersonDays is { } days)
            detail.PersonDays = days;
        detail.EffortBand = Name(view.EffortBand);
        detail.Languages.AddRange(view.Languages ?? []);
        detail.Sensitivity = Name(view.Sensitivity);
        detail.NeededBy = view.NeededBy?.ToString("O", CultureInfo.InvariantCulture) ?? "";
    }

    private static void TellCourse(NeedDetail detail, NeedView view)
    {
        detail.SubmittedAt = Moment(view.SubmittedAt);
        detail.VerifiedAt = Moment(view.VerifiedAt);
        detail.ExpiresAt = Moment(view.ExpiresAt);
        detail.Question = view.Question ?? "";
        detail.RejectionReason = Name(view.RejectionReason);
        detail.RejectionText = view.RejectionText ?? "";
        detail.WithdrawalReason = view.WithdrawalReason ?? "";
        detail.OnOccupiedTerritory = Name(view.OnOccupiedTerritory);
    }

    private static void TellVerification(NeedDetail detail, NeedView view)
    {
        detail.EffortConfirmed = view.EffortConfirmed ?? false;
        detail.VerificationMethod = Name(view.VerificationMethod);
        detail.Evidence.AddRange(view.Evidence ?? []);
        detail.HasReviewer = view.HasReviewer ?? false;
        detail.DuplicateOf = view.DuplicateOf?.ToString() ?? "";
        detail.LastHeardAt = Moment(view.LastHeardAt);
        detail.PausedUntil = Moment(view.PausedUntil);
        detail.Warnings.AddRange((view.Warnings ?? []).Select(warning =>
            new TextWarning { Field = warning.Field, Kind = WireName.Of(warning.Kind), Text = ToText(warning.Text) }));
        detail.TextsUndecided = view.TextsUndecided ?? false;
        detail.ExemptionGround = Name(view.ExemptionGround);
        detail.Missing.AddRange((view.Missing ?? []).Select(DraftMessage.OfMissing));
    }

    internal static string Moment(DateTimeOffset? moment) => moment?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    internal static string Name<T>(T? value)
        where T : struct, Enum => value is { } known ? WireName.Of(known) : "";

    internal static Text ToText(LocalizedText? text) => new() { Nb = text?.Nb ?? "", Uk = text?.Uk ?? "", En = text?.En ?? "" };
}

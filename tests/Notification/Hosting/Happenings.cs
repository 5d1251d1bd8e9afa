using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;

namespace Kommunebro.Tests.Notification.Hosting;

/// <summary>Things that happen between Vinnytsia and Bergen.</summary>
internal static class Happenings
{
    public static readonly Guid Need = Guid.CreateVersion7();

    public static NeedVerified Verified(Guid? need = null) => new(
        need ?? Need, 3, Places.Vinnytsia.MunicipalityId, new LocalizedText(null, "Насоси", null), "WAT", Horizon.Acute, 3, [], 40, null,
        ["uk"], Sensitivity.Restricted, null, new DateTimeOffset(2027, 6, 1, 0, 0, 0, TimeSpan.Zero), false);

    public static ProposalChanged Proposal(ProposalEvent what, Guid? proposal = null, ApprovalKey? key = null, DeclineReason? reason = null) => new(
        proposal ?? Guid.CreateVersion7(),
        4,
        what,
        what switch
        {
            ProposalEvent.ReleasedToSupplier => ProposalStatus.WithSupplier,
            ProposalEvent.ReleasedToHromada or ProposalEvent.AcceptedBySupplier => ProposalStatus.WithHromada,
            ProposalEvent.AcceptedByHromada => ProposalStatus.Accepted,
            ProposalEvent.DeclinedByHromada or ProposalEvent.DeclinedBySupplier => ProposalStatus.Declined,
            ProposalEvent.Withdrawn => ProposalStatus.Withdrawn,
            _ => ProposalStatus.Proposed,
        },
        Need,
        Places.Vinnytsia.MunicipalityId,
        Places.Bergen.MunicipalityId,
        reason,
        what == ProposalEvent.ReleasedToSupplier ? new DateOnly(2027, 1, 8) : null,
        null,
        key);

    public static PartnershipChanged Partnership(PartnershipEvent what, PartnershipStage stage) => new(
        Guid.CreateVersion7(), 2, what, stage, stage != PartnershipStage.FirstTalk, Places.Vinnytsia.MunicipalityId,
        Places.Bergen.MunicipalityId, [Need], 40, new DateOnly(2026, 12, 7));
}

namespace Kommunebro.Contracts.Matching;

/// <summary>What happened to a proposal.</summary>
public enum ProposalEvent
{
    Proposed, ApprovedByOneKey, ReleasedToSupplier, AcceptedBySupplier, DeclinedBySupplier, ReleasedToHromada, AcceptedByHromada,
    DeclinedByHromada, Withdrawn,
}

/// <summary>Which of the two parties of a proposal or partnership.</summary>
public enum Side { Supplier, Hromada }

/// <summary>The two keys that release a proposal.</summary>
public enum ApprovalKey { Ks, Auc }

/// <summary>Where a proposal stands.</summary>
public enum ProposalStatus { Proposed, WithSupplier, WithHromada, Accepted, Declined, Withdrawn }

/// <summary>Why a party said no.</summary>
public enum DeclineReason
{
    NoCapacityNow, CouncilDidNotApprove, AreaMismatch, Language, SecurityOrTravel, AlreadyInPartnership, SizeMismatch, FundingMissing,
    NeedAlreadyMet, Other,
}

/// <summary>A proposal after a change. Effects handle each message once; a projection goes by the version.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Version">Rises with each change of the proposal.</param>
/// <param name="Event">What happened.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="NeedId">The need.</param>
/// <param name="HromadaId">The municipality whose need it is.</param>
/// <param name="SupplierId">The municipality that would help.</param>
/// <param name="DeclineReason">Why not, when a party declined.</param>
/// <param name="AnswerBy">The day by which an answer is asked for; null when none is.</param>
/// <param name="PartnershipId">The partnership that two yeses began.</param>
/// <param name="Key">
/// With <see cref="ProposalEvent.ApprovedByOneKey"/> the key that was turned; with <see cref="ProposalEvent.Proposed"/> the side of
/// the person who proposed it by hand, null when a run did.
/// </param>
public sealed record ProposalChanged(
    Guid ProposalId,
    long Version,
    ProposalEvent Event,
    ProposalStatus Status,
    Guid NeedId,
    Guid HromadaId,
    Guid SupplierId,
    DeclineReason? DeclineReason,
    DateOnly? AnswerBy,
    Guid? PartnershipId,
    ApprovalKey? Key = null)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "matching.proposal-changed.v1";
}

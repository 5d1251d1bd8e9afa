using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Partnerships;

/// <summary>Where a partnership comes from.</summary>
public enum PartnershipOrigin { Proposal, Registered }

/// <summary>
/// Two municipalities from their first talk to the end. It exists from the letter of intent or agreed acute help on; before that
/// capacity is only reserved.
/// </summary>
public sealed partial class Partnership
{
    private Partnership()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public PartnershipStage Stage { get; private set; }

    public PartnershipOrigin Origin { get; private set; }

    /// <summary>The proposal that began it.</summary>
    public Guid? ProposalId { get; private set; }

    public Guid SupplierId { get; private set; }

    public Guid HromadaId { get; private set; }

    /// <summary>The needs that it serves, as they were when it began to.</summary>
    public IReadOnlyList<StoredNeed> Needs { get; private set; } = [];

    /// <summary>Of each of its needs, in their order, how many quarters it meets.</summary>
    public IReadOnlyList<int> Quarters { get; private set; } = [];

    public string AreaCode { get; private set; } = "";

    /// <summary>Person-days a year that it takes of the supplier.</summary>
    public int PersonDays { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The day on which its stage was reached.</summary>
    public DateOnly StageOn { get; private set; }

    /// <summary>Who registered it, as in the audit.</summary>
    public string? RegisteredBy { get; private set; }

    /// <summary>Chosen by who registered it, so that a second click registers no second one.</summary>
    public string? RequestId { get; private set; }

    /// <summary>From the letter of intent or agreed acute help until its end.</summary>
    public bool Exists => PartnershipLifeCycle.HoldOf(Stage) == HoldKind.InUse;

    /// <summary>Two yeses: the two talk, and somebody asks how it went on <paramref name="followUpOn"/>.</summary>
    public static Partnership Start(
        Guid proposalId, StoredMatch match, int personDays, DateTimeOffset now, DateOnly today, DateOnly followUpOn) => new()
    {
        Id = Guid.CreateVersion7(now),
        Version = 1,
        Stage = PartnershipStage.FirstTalk,
        Origin = PartnershipOrigin.Proposal,
        ProposalId = proposalId,
        SupplierId = match.Supplier.Id,
        HromadaId = match.Need.Hromada.Id,
        Needs = [match.Need],
        Quarters = [match.Quarters],
        AreaCode = match.AreaCode,
        PersonDays = personDays,
        StartedAt = now,
        StageOn = today,
        FollowUpOn = followUpOn,
    };

    /// <summary>Two mayors made it by themselves.</summary>
    public static Partnership Register(
        Guid supplierId, Guid hromadaId, StoredNeed? need, PartnershipStage stage, DateOnly since, string areaCode, int personDays, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Version = 1,
        Stage = stage,
        Origin = PartnershipOrigin.Registered,
        SupplierId = supplierId,
        HromadaId = hromadaId,
        Needs = need is null ? [] : [need],
        Quarters = need is null ? [] : [Share.Whole],
        AreaCode = areaCode,
        PersonDays = personDays,
        StartedAt = now,
        StageOn = since,
    };

    /// <summary>Remembers who registered it, and by which request.</summary>
    public Partnership For(string who, string? requestId)
    {
        (RegisteredBy, RequestId) = (who, requestId);
        return this;
    }

    /// <summary>Another proposal of the same two was accepted: it becomes part of this partnership.</summary>
    public void Join(StoredMatch match, int personDays)
    {
        Needs = [.. Needs, match.Need];
        Quarters = [.. Quarters, match.Quarters];
        PersonDays += personDays;
        Version++;
    }

    /// <summary>Reaches the next stage.</summary>
    /// <exception cref="Refusal">Conflict illegal_step; invalid before_stage when the day lies before that of the stage it had.</exception>
    public void Reach(PartnershipStage stage, DateOnly on)
    {
        PartnershipLifeCycle.Require(Stage, stage);
        if (on < StageOn)
            throw new Refusal(RefusalKind.Invalid, "before_stage", $"The stage before was reached on {StageOn:yyyy-MM-dd}.", "on");
        (Stage, StageOn) = (stage, on);
        if (PartnershipLifeCycle.IsEnd(stage))
            FollowUpOn = null;
        Version++;
    }

    /// <summary>What others hear when <paramref name="what"/> happened.</summary>
    public PartnershipChanged ToMessage(PartnershipEvent what) => new(
        Id, Version, what, Stage, Exists, HromadaId, SupplierId, [.. Needs.Select(need => need.Id)], PersonDays, FollowUpOn, Quarters);
}

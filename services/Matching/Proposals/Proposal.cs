using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;

namespace Kommunebro.Matching.Proposals;

/// <summary>Where a proposal comes from.</summary>
public enum ProposalOrigin { Run, Hand }

/// <summary>
/// Two municipalities that could help each other, from the engine's or a person's idea to the parties' answers. Two keys by two
/// persons send it out; the supplier is asked first, the hromada after its yes.
/// </summary>
public sealed partial class Proposal
{
    private readonly List<ProposalHappening> _happened = [];

    private Proposal()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public ProposalStatus Status { get; private set; }

    public ProposalOrigin Origin { get; private set; }

    /// <summary>The run that proposed it, the latest one if several did.</summary>
    public Guid? RunId { get; private set; }

    public Guid NeedId { get; private set; }

    public Guid HromadaId { get; private set; }

    public Guid SupplierId { get; private set; }

    /// <summary>The competence that would be used.</summary>
    public string AreaCode { get; private set; } = "";

    /// <summary>1 to 4 quarters of the need.</summary>
    public int Quarters => Match.Quarters;

    public int PersonDays { get; private set; }

    /// <summary>A rule filled the person-days in, and nobody confirmed them yet.</summary>
    public bool PersonDaysAssumed { get; private set; }

    public int Score { get; private set; }

    public int Urgency { get; private set; }

    /// <summary>The pair with its reasons, free of language, as it was when it was proposed.</summary>
    public StoredMatch Match { get; private set; } = null!;

    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When the supplier was asked; null before both keys were turned.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When the hromada was asked; null before the supplier's yes.</summary>
    public DateTimeOffset? HromadaAskedAt { get; private set; }

    /// <summary>The day by which an answer is asked for; silence after it changes nothing.</summary>
    public DateOnly? AnswerBy { get; private set; }

    public Guid? PartnershipId { get; private set; }

    /// <summary>What the person said who proposed by hand or withdrew; "superseded" when a newer run took its place.</summary>
    public string? Reason { get; private set; }

    /// <summary>The decision that its hromada can be given a partner although it is occupied.</summary>
    public TerritoryOpening? Opening { get; private set; }

    public static Proposal OfRun(Guid runId, StoredMatch match, DateTimeOffset now)
    {
        var proposal = Of(match, ProposalOrigin.Run, now);
        proposal.RunId = runId;
        proposal.Happen(ProposalEvent.Proposed);
        return proposal;
    }

    /// <summary>A later run proposes the same; what speaks for it may have changed, keys and confirmed days stand.</summary>
    public void ProposeAgain(Guid runId, StoredMatch match)
    {
        RunId = runId;
        if (Score == match.Score)
            return;
        (Match, Score) = (match, match.Score);
        Version++;
    }

    /// <summary>A person's own idea; <paramref name="side"/> is the side that the person works for.</summary>
    public static Proposal ByHand(StoredMatch match, string reason, ApprovalKey side, TerritoryOpening? opening, DateTimeOffset now)
    {
        var proposal = Of(match, ProposalOrigin.Hand, now);
        (proposal.Reason, proposal.Opening) = (reason, opening);
        proposal.Happen(ProposalEvent.Proposed, side);
        return proposal;
    }

    /// <summary>What happened since it was loaded.</summary>
    public IReadOnlyList<ProposalHappening> TakeHappened()
    {
        var happened = _happened.ToList();
        _happened.Clear();
        return happened;
    }

    /// <summary>Takes it back, as long as it was not answered to the end.</summary>
    public void Withdraw(string reason)
    {
        ProposalLifeCycle.Require(Status, ProposalStep.Withdraw);
        (Status, Reason, AnswerBy) = (ProposalStatus.Withdrawn, reason, null);
        Happen(ProposalEvent.Withdrawn);
    }

    private static Proposal Of(StoredMatch match, ProposalOrigin origin, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Origin = origin,
        NeedId = match.Need.Id,
        HromadaId = match.Need.Hromada.Id,
        SupplierId = match.Supplier.Id,
        AreaCode = match.AreaCode,
        PersonDays = match.PersonDays,
        PersonDaysAssumed = match.PersonDaysAssumed,
        Score = match.Score,
        Urgency = match.Need.Urgency,
        Match = match,
        ProposedAt = now,
    };

    private void Happen(ProposalEvent what, ApprovalKey? key = null) => _happened.Add(new ProposalHappening(what, ++Version, key));
}

using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>Where a proposal comes from.</summary>
public enum ProposalOrigin { Run, Hand }

/// <summary>
/// Two municipalities that could help each other, from the engine's or a person's idea to the parties' answers. Two keys by two
/// persons send it out; the supplier is asked first, the hromada after its yes.
/// </summary>
public sealed class Proposal
{
    private readonly List<ProposalHappening> _happened = [];

    private Proposal()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public ProposalStatus Status { get; private set; }

    public ProposalOrigin Origin { get; private set; }

    /// <summary>The run that made it.</summary>
    public Guid? RunId { get; private set; }

    public Guid NeedId { get; private set; }

    public Guid HromadaId { get; private set; }

    public Guid SupplierId { get; private set; }

    /// <summary>The competence that would be used.</summary>
    public string AreaCode { get; private set; } = "";

    public int PersonDays { get; private set; }

    /// <summary>A rule filled the person-days in, and nobody confirmed them yet.</summary>
    public bool PersonDaysAssumed { get; private set; }

    public int Score { get; private set; }

    public int Urgency { get; private set; }

    /// <summary>The pair with its reasons, free of language, as it was when it was proposed.</summary>
    public StoredMatch Match { get; private set; } = null!;

    public DateTimeOffset ProposedAt { get; private set; }

    public string? KsBy { get; private set; }

    public DateTimeOffset? KsAt { get; private set; }

    public string? AucBy { get; private set; }

    public DateTimeOffset? AucAt { get; private set; }

    /// <summary>When the supplier was asked; null before both keys were turned.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When the hromada was asked; null before the supplier's yes.</summary>
    public DateTimeOffset? HromadaAskedAt { get; private set; }

    /// <summary>The day by which an answer is asked for; silence after it changes nothing.</summary>
    public DateOnly? AnswerBy { get; private set; }

    public PartyAnswer? SupplierAnswer { get; private set; }

    public PartyAnswer? HromadaAnswer { get; private set; }

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

    /// <summary>Turns one key. The first approver also confirms or corrects person-days that are assumed.</summary>
    /// <returns>True when it was the second one, so that the proposal may be released.</returns>
    public bool Approve(ApprovalKey key, string by, int? personDays, DateTimeOffset now)
    {
        if (Turned(key).By is not null)
            throw new Refusal(RefusalKind.Conflict, "already_approved", "This key has been turned already.");
        ProposalLifeCycle.Require(Status, ProposalStep.Approve);
        var other = Turned(key == ApprovalKey.Ks ? ApprovalKey.Auc : ApprovalKey.Ks).By;
        if (other == by)
            throw new Refusal(RefusalKind.Conflict, "same_person", "You turned the other key. Two persons must approve.");
        ConfirmPersonDays(personDays, isSettled: other is not null);
        if (key == ApprovalKey.Ks)
            (KsBy, KsAt) = (by, now);
        else
            (AucBy, AucAt) = (by, now);
        if (other is null)
            Happen(ProposalEvent.ApprovedByOneKey, key);
        return other is not null;
    }

    /// <summary>Sends it out to the supplier; call it after the second key, once the hard rules were looked at again.</summary>
    public void Release(DateTimeOffset now, DateOnly answerBy)
    {
        (Status, ReleasedAt, AnswerBy) = (ProposalStatus.WithSupplier, now, answerBy);
        Happen(ProposalEvent.ReleasedToSupplier);
    }

    /// <summary>The supplier says yes: now the hromada is asked, without a day by which it must answer.</summary>
    public void AcceptBySupplier(PartyAnswer answer)
    {
        ProposalTurn.Require(this, Side.Supplier);
        (SupplierAnswer, Status, AnswerBy, HromadaAskedAt) = (answer, ProposalStatus.WithHromada, null, answer.At);
        Happen(ProposalEvent.AcceptedBySupplier);
        Happen(ProposalEvent.ReleasedToHromada);
    }

    /// <summary>The hromada says yes, too: the two talk.</summary>
    public void AcceptByHromada(PartyAnswer answer, Guid partnershipId)
    {
        ProposalTurn.Require(this, Side.Hromada);
        (HromadaAnswer, Status, PartnershipId) = (answer, ProposalStatus.Accepted, partnershipId);
        Happen(ProposalEvent.AcceptedByHromada);
    }

    /// <summary>A party says no.</summary>
    public void Decline(Side side, PartyAnswer answer)
    {
        ProposalTurn.Require(this, side);
        if (side == Side.Supplier)
            SupplierAnswer = answer;
        else
            HromadaAnswer = answer;
        (Status, AnswerBy) = (ProposalStatus.Declined, null);
        Happen(side == Side.Supplier ? ProposalEvent.DeclinedBySupplier : ProposalEvent.DeclinedByHromada);
    }

    /// <summary>Takes it back, as long as it was not answered to the end.</summary>
    public void Withdraw(string reason)
    {
        ProposalLifeCycle.Require(Status, ProposalStep.Withdraw);
        (Status, Reason, AnswerBy) = (ProposalStatus.Withdrawn, reason, null);
        Happen(ProposalEvent.Withdrawn);
    }

    /// <summary>Who turned the key, and when.</summary>
    public (string? By, DateTimeOffset? At) Turned(ApprovalKey key) => key == ApprovalKey.Ks ? (KsBy, KsAt) : (AucBy, AucAt);

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

    private void ConfirmPersonDays(int? personDays, bool isSettled)
    {
        if (PersonDaysAssumed && personDays is null)
            throw new Refusal(
                RefusalKind.Invalid, "person_days_unconfirmed", $"The {PersonDays} person-days are assumed. Confirm or correct them.", "personDays");
        if (personDays is not { } days)
            return;
        if (isSettled && days != PersonDays)
            throw new Refusal(
                RefusalKind.Conflict, "person_days_settled", $"The other key was turned for {PersonDays} person-days. Withdraw the proposal if that is wrong.", "personDays");
        (PersonDays, PersonDaysAssumed) = (days, false);
    }

    private void Happen(ProposalEvent what, ApprovalKey? key = null) => _happened.Add(new ProposalHappening(what, ++Version, key));
}

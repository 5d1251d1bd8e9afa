using Kommunebro.Contracts.Matching;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <content>Its two keys, and its release.</content>
public sealed partial class Proposal
{
    public string? KsBy { get; private set; }

    public DateTimeOffset? KsAt { get; private set; }

    public string? AucBy { get; private set; }

    public DateTimeOffset? AucAt { get; private set; }

    /// <summary>Who turned the key, and when.</summary>
    public (string? By, DateTimeOffset? At) Turned(ApprovalKey key) => key == ApprovalKey.Ks ? (KsBy, KsAt) : (AucBy, AucAt);

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
}

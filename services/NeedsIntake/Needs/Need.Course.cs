using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What may happen to a need on its way, and its ends.</summary>
public sealed partial class Need
{
    public void Withdraw(string? reason, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Withdraw);
        (WithdrawalReason, SuspendedFrom) = (reason, null);
        Become(NeedStatus.Withdrawn, now);
        LastHeardAt = ChangedAt;
    }

    /// <summary>It repeats <paramref name="other"/>, and is kept with a link to it: a repeat can be an escalation.</summary>
    public void MarkDuplicate(Need other, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.MarkDuplicate);
        if (other.Id == Id || other.MunicipalityId != MunicipalityId)
            throw new Refusal(RefusalKind.Invalid, "not_its_like", "Name another need of the same hromada.", "of");
        if (!NeedLifeCycle.Living.Contains(other.Status) && other.Status != NeedStatus.Met)
            throw new Refusal(RefusalKind.Conflict, "original_has_ended", "The need that it repeats has come to its end; one must remain.", "of");
        DuplicateOf = other.Id;
        Become(NeedStatus.Duplicate, now);
    }

    /// <summary>A person says that it is out of date. Nothing else does.</summary>
    public void Expire(DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Expire);
        Become(NeedStatus.Expired, now);
    }

    /// <summary>Hides it at once, and keeps where it stood.</summary>
    public void Suspend(DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Suspend);
        SuspendedFrom = Status;
        Become(NeedStatus.Suspended, now);
    }

    /// <summary>Goes on where it stood.</summary>
    public void Resume(DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Resume);
        Become(SuspendedFrom ?? NeedStatus.Submitted, now);
        SuspendedFrom = null;
    }

    /// <summary>Nothing more is to be done about it.</summary>
    public void Close(DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Close);
        Become(NeedStatus.Closed, now);
    }

    /// <summary>Undoes a rejection, a mark as duplicate or an expiry: it waits for AUC again, and nothing of an earlier verification holds.</summary>
    public void Reopen(DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Reopen);
        (DuplicateOf, RejectionReason, RejectionText, Question) = (null, null, null, null);
        (FirstVerifiedAt, VerifiedAt, ExpiresAt) = (null, null, null);
        (VerificationMethod, Evidence, VerificationNote, OnOccupiedTerritory) = (null, [], null, null);
        (EffortConfirmed, Rested) = (false, TimeSpan.Zero);
        Become(Waiting, now);
    }

    /// <summary>The hromada says that it still stands.</summary>
    public void Confirm(DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Confirm);
        Become(Status, now);
        LastHeardAt = ChangedAt;
    }

    /// <summary>
    /// Lets its deadlines rest: silence is no silence until then, and a verification holds so much longer; for ninety days in all
    /// until AUC verifies it anew.
    /// </summary>
    public void Pause(PauseReason reason, DateTimeOffset until, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, NeedStep.Pause);
        var from = PausedUntil > now ? PausedUntil.Value : now;
        if (until <= from)
            throw new Refusal(RefusalKind.Conflict, "paused_already", $"The deadlines rest until {PausedUntil:yyyy-MM-dd} already.", "until");
        var rest = until - from;
        if (Rested + rest > PauseDeadlines.Longest)
            throw new Refusal(
                RefusalKind.Conflict, "paused_enough", $"The deadlines may rest for {PauseDeadlines.LongestDays} days in all until AUC verifies the need anew.", "until");
        if (ExpiresAt > now)
            ExpiresAt += rest;
        (PausedUntil, PauseReason, Rested) = (until, reason, Rested + rest);
        Become(Status, now);
    }

    /// <summary>Words were exchanged; those of the hromada break its silence.</summary>
    public void Talk(NeedStep step, DateTimeOffset now)
    {
        NeedLifeCycle.Require(Status, step);
        Become(Status, now);
        if (step == NeedStep.Ask)
            LastHeardAt = ChangedAt;
    }

    /// <summary>Somebody of AUC has spoken with the hromada.</summary>
    public void HearOf(DateTimeOffset now)
    {
        Become(Status, now);
        LastHeardAt = ChangedAt;
    }

    /// <summary>
    /// Takes over how far partnerships meet it: verified when none does, partly_met or met. A need that was never verified,
    /// or has come to its end otherwise, is left alone; a suspended one will go on from there.
    /// </summary>
    /// <returns>Whether anything is different.</returns>
    public bool BecomeMet(NeedStatus fulfilment, DateTimeOffset now)
    {
        var suspended = Status == NeedStatus.Suspended;
        var stands = suspended ? SuspendedFrom : Status;
        if (stands == fulfilment || stands is not (NeedStatus.Verified or NeedStatus.PartlyMet or NeedStatus.Met))
            return false;
        if (suspended)
            SuspendedFrom = fulfilment;
        Become(suspended ? Status : fulfilment, now);
        return true;
    }
}

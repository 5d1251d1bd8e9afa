using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging.Outbox;
using Kommunebro.NeedsIntake.Data;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What needs-intake tells the other services of a need; event and snapshot say the same.</summary>
internal static class NeedMessages
{
    /// <summary>Tells what became of <paramref name="need"/>, in the save of the change itself.</summary>
    /// <param name="db">Where it is stored.</param>
    /// <param name="need">The need after the step.</param>
    /// <param name="before">Where it stood; null for a new one.</param>
    /// <param name="step">What was done; null for a new one.</param>
    public static void Tell(this NeedsIntakeDb db, Need need, NeedStatus? before, NeedStep? step)
    {
        if (step == NeedStep.Ask)
            db.Enqueue(new NeedAsked(need.Id, need.Version, need.MunicipalityId));
        else if (step == NeedStep.Reply)
            db.Enqueue(new NeedReplied(need.Id, need.Version, need.MunicipalityId));
        else if (NeedLifeCycle.IsMatched(need.Status))
            TellMatched(db, need, before, step);
        // A suspension is told of every need: what was made of it in earlier days must be hidden, and AUC must know.
        else if (before is NeedStatus.Verified or NeedStatus.PartlyMet || step == NeedStep.Suspend)
            db.Enqueue(new NeedWithdrawn(
                need.Id, need.Version, need.MunicipalityId, Hide: step == NeedStep.Suspend, WireName.Of(need.Status)));
        else if (need.Status != before && before != NeedStatus.Suspended)
            TellOnTheWay(db, need, before);
    }

    private static void TellMatched(NeedsIntakeDb db, Need need, NeedStatus? before, NeedStep? step)
    {
        if (step == NeedStep.Verify)
            db.Enqueue(need.ToVerified());
        else if (before == NeedStatus.Suspended || step is NeedStep.Pause or NeedStep.DecideTexts)
            db.Enqueue(need.ToVerified() with { Again = true });
    }

    private static void TellOnTheWay(NeedsIntakeDb db, Need need, NeedStatus? before)
    {
        switch (need.Status)
        {
            // What waits already gives nobody more to do.
            case NeedStatus.Submitted or NeedStatus.UnderReview when before is not (NeedStatus.Submitted or NeedStatus.UnderReview):
                db.Enqueue(new NeedSubmitted(need.Id, need.Version, need.MunicipalityId));
                break;
            case NeedStatus.Returned:
                db.Enqueue(new NeedReturned(need.Id, need.Version, need.MunicipalityId));
                break;
            case NeedStatus.Rejected:
                db.Enqueue(new NeedRejected(need.Id, need.Version, need.MunicipalityId));
                break;
        }
    }

    /// <summary>The verified need in its whole state.</summary>
    public static NeedVerified ToVerified(this Need need) => new(
        need.Id,
        need.Version,
        need.MunicipalityId,
        need.Statement.Title,
        need.Statement.AreaCode,
        need.Statement.Horizon,
        need.Statement.Urgency,
        need.Statement.DesiredModes,
        need.Statement.PersonDays,
        need.Statement.EffortBand,
        need.Statement.Languages,
        need.Sensitivity,
        need.Statement.NeededBy,
        need.ExpiresAt ?? throw new InvalidOperationException($"Need {need.Id} is not verified."),
        need.Statement.Illustrative);
}

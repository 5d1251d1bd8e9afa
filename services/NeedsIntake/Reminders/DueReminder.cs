using Kommunebro.Contracts.Needs;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;

namespace Kommunebro.NeedsIntake.Reminders;

/// <summary>A reminder that is due and has not gone yet.</summary>
internal sealed class DueReminder
{
    private static readonly TimeSpan Early = TimeSpan.FromDays(30);

    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    private static readonly TimeSpan Unanswered = TimeSpan.FromDays(7);

    /// <summary>When AUC's call list has the question.</summary>
    private static readonly TimeSpan CalledAfter = TimeSpan.FromDays(14);

    private static readonly TimeSpan Silence = TimeSpan.FromDays(90);

    public required Guid NeedId { get; init; }

    public required long Version { get; init; }

    public required Guid MunicipalityId { get; init; }

    /// <summary>What it counts from.</summary>
    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>All that are due for <paramref name="reason"/>; the deadlines of a suspended need and of a paused one rest.</summary>
    public static IQueryable<DueReminder> Of(ReminderReason reason, NeedsIntakeDb db, DateTimeOffset now)
    {
        var needs = db.Needs.Where(need => NeedLifeCycle.Living.Contains(need.Status) && need.Status != NeedStatus.Suspended && !(need.PausedUntil > now));
        var due = reason switch
        {
            ReminderReason.VerificationEnds => Ending(needs, now + Late, now + Early, Early),
            ReminderReason.VerificationEndsSoon => Ending(needs, now, now + Late, Late),
            ReminderReason.QuestionUnanswered => Asked(needs, now - CalledAfter, now - Unanswered),
            _ => Silent(needs, now - Silence),
        };
        return due.Where(found => !db.Reminders.Any(
            sent => sent.NeedId == found.NeedId && sent.Reason == reason && sent.Since == found.Since));
    }

    /// <summary>Whoever was late for the first reminder sends the second alone; a verification that was given for less time asks for none.</summary>
    private static IQueryable<DueReminder> Ending(
        IQueryable<Need> needs, DateTimeOffset after, DateTimeOffset until, TimeSpan before) => needs
        .Where(need => (need.Status == NeedStatus.Verified || need.Status == NeedStatus.PartlyMet)
            && need.ExpiresAt > after && need.ExpiresAt <= until && need.VerifiedAt < need.ExpiresAt - before)
        .Select(need => new DueReminder
        {
            NeedId = need.Id, Version = need.Version, MunicipalityId = need.MunicipalityId, Since = need.ExpiresAt!.Value, DueAt = need.ExpiresAt!.Value,
        });

    /// <summary>Once the call list has it, AUC calls; a letter that says when it will would name a day that is over.</summary>
    private static IQueryable<DueReminder> Asked(IQueryable<Need> needs, DateTimeOffset after, DateTimeOffset before) => needs
        .Where(need => need.Status == NeedStatus.Returned && need.StatusSince > after && need.StatusSince <= before)
        .Select(need => new DueReminder
        {
            NeedId = need.Id, Version = need.Version, MunicipalityId = need.MunicipalityId, Since = need.StatusSince, DueAt = need.StatusSince + CalledAfter,
        });

    private static IQueryable<DueReminder> Silent(IQueryable<Need> needs, DateTimeOffset before) => needs
        .Where(need => need.LastHeardAt <= before)
        .Select(need => new DueReminder
        {
            NeedId = need.Id, Version = need.Version, MunicipalityId = need.MunicipalityId, Since = need.LastHeardAt, DueAt = need.LastHeardAt + Silence,
        });
}

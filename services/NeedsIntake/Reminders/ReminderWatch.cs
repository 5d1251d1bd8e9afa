using Kommunebro.Contracts.Needs;
using Kommunebro.Messaging.Outbox;
using Kommunebro.NeedsIntake.Correspondence;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Reminders;

/// <summary>
/// Each hour: tells of each need whose hromada should say something, once for each reason. It is found anew from what is known,
/// so no clock that stood still loses one; it changes nothing of the need.
/// </summary>
internal sealed partial class ReminderWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReminderWatch> logger) : BackgroundService
{
    private const string Who = "service:needs-intake";

    private const int Batch = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotLook(logger, error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var reason in Enum.GetValues<ReminderReason>())
            while (await RemindAsync(reason, cancellationToken) == Batch)
            {
                // In batches, so that none is a long transaction.
            }
    }

    /// <returns>How many it told.</returns>
    private async Task<int> RemindAsync(ReminderReason reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().Who = Who;
        var db = scope.ServiceProvider.GetRequiredService<NeedsIntakeDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One replica at a time: the next one sees what this one has told. Whatever slips through, the table's key refuses.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('need-reminders', 0))", cancellationToken);
        var now = clock.GetUtcNow();
        var due = await DueReminder.Of(reason, db, now).Take(Batch).ToListAsync(cancellationToken);
        foreach (var found in due)
            Tell(db, reason, found, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    private static void Tell(NeedsIntakeDb db, ReminderReason reason, DueReminder found, DateTimeOffset now)
    {
        db.Add(new NeedReminder { NeedId = found.NeedId, Reason = reason, Since = found.Since, At = now });
        db.Enqueue(new NeedReminderDue(found.NeedId, found.Version, found.MunicipalityId, reason, found.DueAt));
        db.Audit("need.remind", "need", $"{found.NeedId}", before: null, new { reason, found.DueAt });
        db.Add(new NeedStepTaken { NeedId = found.NeedId, Version = found.Version, At = now, Action = "need.remind", Who = Who, Words = "" });
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot look for reminders: {Reason}")]
        public static partial void CannotLook(ILogger logger, string reason);
    }
}

using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Partnerships;

/// <summary>
/// Tells, once for each planned follow-up, that its day has come. Every replica looks now and then; what one has told, the
/// others find told. It changes nothing else: what silence means, people decide.
/// </summary>
internal sealed partial class FollowUpClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FollowUpClock> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await TellDueAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Later(logger, error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TellDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<AuditActor>().Who = "service:matching";
        var db = services.GetRequiredService<MatchingDb>();
        var changes = services.GetRequiredService<PartnershipChange>();
        await services.GetRequiredService<CommitmentGate>().RunAsync(
            async () =>
            {
                var today = changes.Today;
                var due = await db.Partnerships
                    .Where(partnership => partnership.FollowUpOn <= today && partnership.FollowUpTold == null)
                    .ToListAsync(cancellationToken);
                foreach (var partnership in due)
                {
                    var before = PartnershipChange.StateOf(partnership);
                    partnership.TellFollowUp();
                    changes.Tell(partnership, before, new PartnershipNote(
                        "partnership.follow_up_due", On: partnership.FollowUpOn, Event: PartnershipEvent.FollowUpDue));
                }

                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot look for follow-ups: {Reason}")]
        public static partial void Later(ILogger logger, string reason);
    }
}

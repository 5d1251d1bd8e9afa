using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Reminders;

/// <summary>What the watch told.</summary>
internal static class Reminding
{
    /// <summary>What was told of <paramref name="need"/>.</summary>
    public static IReadOnlyList<NeedReminderDue> Reminded(this NeedsServer server, Answer need) =>
        [.. server.Notification.Heard<NeedReminderDue>().Where(told => $"{told.NeedId}" == need.Id)];

    /// <summary>A need of which nothing was heard for longer than anybody waits.</summary>
    public static async Task<Answer> SilentNeedAsync(this NeedsServer server)
    {
        var need = await server.SubmitNeedAsync(ANeed.InVinnytsia().With("neededBy", "null"));
        await server.Database.ScalarAsync<int>($"update needs set last_heard_at = last_heard_at - interval '91 days' where id = '{need.Id}' returning 1");
        return need;
    }

    /// <summary>An hour later: waits until the watch has looked once more, and told another need, and everything has been sent.</summary>
    public static async Task LooksAsync(this NeedsServer server)
    {
        var silent = await server.SilentNeedAsync();
        server.Clock.Advance(TimeSpan.FromHours(1));
        await Until.TrueAsync(() => server.Reminded(silent).Count > 0);
        await Until.TrueAsync(async () => await server.Database.ScalarAsync<long>("select count(*) from outbox") == 0);
    }
}

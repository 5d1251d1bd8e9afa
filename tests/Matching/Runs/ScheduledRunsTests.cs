using System.Text.Json.Nodes;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.Matching.Runs;

/// <summary>Runs that nobody asks for. The clock of these tests starts at half past midnight in Oslo.</summary>
public sealed class ScheduledRunsTests
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task One_run_a_night_however_many_replicas_look()
    {
        await using var first = await MatchingServer.StartAsync(new MatchingServerOptions { NightlyAt = "02:00" });
        await using var second = await MatchingServer.StartAsync(
            new MatchingServerOptions { NightlyAt = "02:00", Database = first.Database, Clock = first.Clock });
        await first.HearAsync(World.Small);
        await LookAsync(first.Clock, TimeSpan.FromMinutes(89));
        Assert.Empty(await RunsAsync(first));

        await UntilAsync(first, runs: 1);
        await LookAsync(first.Clock, Look);
        await LookAsync(first.Clock, Look);

        var run = Assert.Single(await RunsAsync(first));
        Assert.Equal(("service:matching", false), ((string)run["requestedBy"]!, (bool)run["repair"]!));
        await first.UntilAsync((Guid)run["id"]!, "completed");
        await LookAsync(first.Clock, TimeSpan.FromHours(24));
        await UntilAsync(first, runs: 2);
    }

    [Fact]
    public async Task None_long_after_the_hour_and_none_before_the_data_is_there()
    {
        await using var late = await MatchingServer.StartAsync(new MatchingServerOptions { NightlyAt = "02:00" });
        await LookAsync(late.Clock, TimeSpan.FromHours(8));
        await using var early = await MatchingServer.StartAsync(new MatchingServerOptions { NightlyAt = "00:00", OwnersAreRead = false });
        await LookAsync(early.Clock, Look);

        Assert.Empty(await RunsAsync(late));
        Assert.Empty(await RunsAsync(early));
    }

    [Fact]
    public async Task A_change_that_alters_the_plan_is_repaired_once_it_is_still_and_what_it_leaves_keeps_its_keys()
    {
        await using var desk = await Desk.OpenAsync(
            new MatchingServerOptions { Repairs = true }, [.. World.Small, World.NeedOf(World.Vyshneva, 2)]);
        await desk.Server.CompleteRunAsync();
        var before = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows;
        Assert.Equal(2, before.Count);
        var (kept, lost) = (before.Single(row => row.Need.Hromada.Code == World.Vyshneva.Code), before.Single(row => row.Need.Hromada.Code == World.Zelena.Code));
        await desk.Ks.ApproveProposalAsync(Story.Approve(kept, "ks"));
        await LookAsync(desk.Server.Clock, Look);
        await LookAsync(desk.Server.Clock, Look);
        Assert.Single(await RunsAsync(desk.Server));

        await desk.Server.HearAsync(World.NeedOf(World.Zelena) with { Version = 3, PersonDays = 30 });
        await LookAsync(desk.Server.Clock, Look);
        Assert.Single(await RunsAsync(desk.Server));
        await UntilAsync(desk.Server, runs: 2);

        var repair = (await RunsAsync(desk.Server)).Single(run => (bool)run["repair"]!);
        repair = await desk.Server.UntilAsync((Guid)repair["id"]!, "completed");
        Assert.Equal((2, "service:matching"), ((int)repair["proposals"]!, (string)repair["requestedBy"]!));
        var after = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows;
        var same = after.Single(row => row.ProposalId == kept.ProposalId);
        Assert.Equal(((string)repair["id"]!, true), (same.RunId, same.Ks is not null));
        Assert.Equal(30, after.Single(row => row.ProposalId != kept.ProposalId).PersonDays);
        Assert.DoesNotContain(lost.ProposalId, after.Select(row => row.ProposalId));
        // Nothing is left to repair.
        await LookAsync(desk.Server.Clock, Look);
        await LookAsync(desk.Server.Clock, Look);
        Assert.Equal(2, (await RunsAsync(desk.Server)).Count);
    }

    [Fact]
    public async Task What_changes_and_changes_back_is_repaired_each_time_and_a_proposal_by_hand_stays()
    {
        await using var desk = await Desk.OpenAsync(
            new MatchingServerOptions { Repairs = true }, [.. World.Small, World.NeedOf(World.Vyshneva, 2)]);
        var need = World.NeedOf(World.Vyshneva, 2);
        var hand = await desk.Ks.ProposeAsync(new ProposeRequest { NeedId = $"{need.NeedId}", SupplierCode = World.Sorvik.Code, Reason = "they know each other" });
        await desk.Server.CompleteRunAsync();
        for (var (change, version) = (0, 3); change < 3; change++, version++)
        {
            await desk.Server.HearAsync(World.NeedOf(World.Zelena) with { Version = version, PersonDays = change % 2 == 0 ? 30 : 20 });
            await UntilAsync(desk.Server, runs: 2 + change);
            await desk.Server.UntilAsync((Guid)(await RunsAsync(desk.Server))[0]["id"]!, "completed");
        }

        var proposed = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows;
        Assert.Contains((hand.ProposalId, hand.Version), proposed.Select(row => (row.ProposalId, row.Version)));
        Assert.Equal(30, proposed.Single(row => row.Need.Hromada.Code == World.Zelena.Code).PersonDays);
        await LookAsync(desk.Server.Clock, Look);
        await LookAsync(desk.Server.Clock, Look);
        Assert.Equal(4, (await RunsAsync(desk.Server)).Count);
    }

    [Fact]
    public async Task Data_that_makes_no_sense_is_left_to_a_run_that_says_why()
    {
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Repairs = true }, World.Small);
        await desk.Server.CompleteRunAsync();
        await desk.Server.HearAsync(World.NeedOf(World.Zelena) with { Version = 3, Urgency = 9 });

        await LookAsync(desk.Server.Clock, Look);
        await LookAsync(desk.Server.Clock, Look);
        await LookAsync(desk.Server.Clock, Look);

        Assert.Single(await RunsAsync(desk.Server));
    }

    private static async Task<IReadOnlyList<JsonNode>> RunsAsync(MatchingServer server) =>
        [.. (await server.GetAsync("matching-runs")).Body["items"]!.AsArray().Select(run => run!)];

    private static Task UntilAsync(MatchingServer server, int runs) => Eventually.TrueAsync(
        async () =>
        {
            await LookAsync(server.Clock, Look);
            return (await RunsAsync(server)).Count == runs;
        },
        $"there are {runs} runs");

    /// <summary>Time goes by, and whoever looks has looked.</summary>
    private static async Task LookAsync(FakeTimeProvider clock, TimeSpan time)
    {
        clock.Advance(time);
        await Task.Delay(TimeSpan.FromMilliseconds(700));
    }
}

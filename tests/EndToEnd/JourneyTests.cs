using System.Text.Json.Nodes;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>Submit, verify, match, read: the same journey in both shapes of the platform.</summary>
public sealed class JourneyTests
{
    [Fact]
    public async Task A_need_becomes_a_match_with_reasons_across_separate_processes()
    {
        await using var platform = await SeparateProcesses.StartAsync();

        await WalkAsync(platform);
    }

    [Fact]
    public async Task A_need_becomes_a_match_with_reasons_in_one_process()
    {
        await using var platform = await OneProcess.StartAsync(TemporaryFolder.Create("journey"));

        await WalkAsync(platform);
    }

    [Fact]
    public async Task Services_that_were_killed_lose_nothing_and_a_run_whose_worker_died_has_one_result()
    {
        await using var platform = await SeparateProcesses.StartAsync();
        using var journey = new Journey(platform);
        await journey.RegisterBothSidesAsync();
        await journey.OfferAsync();
        var before = await journey.SubmitNeedAsync("Перша потреба");

        // Matching is away while a need is verified, and intake dies at once after it said yes.
        await platform.KillAsync("Matching");
        await journey.VerifyAsync(before);
        await platform.KillAsync("NeedsIntake");
        await platform.StartAsync("NeedsIntake");
        var after = await journey.SubmitNeedAsync("Друга потреба");
        await journey.VerifyAsync(after);
        await platform.StartAsync("Matching");
        await journey.UntilMatchingKnowsAsync(before);
        await journey.UntilMatchingKnowsAsync(after);

        var run = await journey.StartRunAsync();
        await platform.KillAsync("Matching");
        await platform.StartAsync("Matching");
        var plan = await journey.PlanAsync(run, "en");

        Assert.Equal(
            new[] { before, after }.Order(),
            plan["matches"]!.AsArray().Select(match => (Guid)match!["need"]!["id"]!).Order());
        Assert.Equal("completed", (string?)(await journey.RunAsync(run))["status"]);
    }

    private static async Task WalkAsync(IRunningPlatform platform)
    {
        using var journey = new Journey(platform);
        await journey.RegisterBothSidesAsync();
        await journey.OfferAsync();
        var need = await journey.SubmitNeedAsync();
        await journey.VerifyAsync(need);
        await journey.UntilMatchingKnowsAsync(need);
        var listed = (await journey.ShortlistAsync()).First(pair => (Guid)pair["need"]!["id"]! == need);
        Assert.Equal(Journey.Vennesla, (string?)listed["supplier"]!["code"]);

        var run = await journey.StartRunAsync();
        foreach (var (language, name) in new[] { ("nb", "Vyshnivetska"), ("uk", "Вишнівецька"), ("en", "Vyshnivetska") })
        {
            var plan = await journey.PlanAsync(run, language);
            var match = plan["matches"]!.AsArray().Single(match => (Guid)match!["need"]!["id"]! == need)!;
            Assert.True((bool)plan["optimal"]!);
            Assert.Equal(Journey.Vennesla, (string?)match["supplier"]!["code"]);
            Assert.Equal(name, (string?)match["need"]!["hromada"]!["name"]);
            Assert.Equal(30, (int)match["personDays"]!);
            Assert.Contains(name, (string)match["why"]!, StringComparison.Ordinal);
            Assert.Equal((int)match["score"]!, match["criteria"]!.AsArray().Sum(Points));
            Assert.All(match["criteria"]!.AsArray(), criterion => Assert.NotEmpty(criterion!["reasons"]!.AsArray()));
        }
    }

    private static int Points(JsonNode? criterion) => (int)criterion!["points"]!;
}

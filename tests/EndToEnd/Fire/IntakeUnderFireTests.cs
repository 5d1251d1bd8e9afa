using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>
/// Needs are posted and verified through the gateway while intake, matching and the gateway itself are killed again and again.
/// Counted is each need that was answered with 201: it is stored once, was submitted and verified once each, reached matching's
/// read model (which takes verified needs alone) and AUC's inbox, once.
/// </summary>
public sealed class IntakeUnderFireTests
{
    /// <summary>How many needs are posted, the first tenth in peace; more when not everybody has been killed by then.</summary>
    private const string Variable = "KOMMUNEBRO_FIRE_NEEDS";

    /// <summary>What two busy cores do in a few minutes; 20,000 by the variable where there is time for them.</summary>
    private const int Usual = 2_000;

    private const int Writers = 16;

    /// <summary>A token lasts for ten minutes: each so many needs are another person's work.</summary>
    private const int Shift = 200;

    private readonly ConcurrentBag<Guid> _accepted = [];

    private int _repeated;

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_accepted_need_is_stored_and_reaches_matching_and_none_twice()
    {
        var count = GivenNumber.Or(Variable, Usual);
        await using var platform = await SeparateProcesses.StartAsync(NoQuotas.Settings);
        await PrepareAsync(platform);

        var peace = await PostAsync(platform, "in peace", 0, count / 10, () => true);
        await using var siege = new Siege(platform, platform.KillAsync, "NeedsIntake", "Matching", "Gateway");
        siege.Begin();
        var fire = await PostAsync(platform, "under fire", count / 10, count - (count / 10), () => siege.SparedNobody);
        await siege.LiftAsync();

        await AssertOnceAsync(platform);
        Report(peace, fire, await BareInsert.RunAsync(_accepted.Count, Writers, Journey.Need("Потреба").ToJsonString()), siege);
    }

    /// <summary>Intake knows the hromada and the area from now on.</summary>
    private async Task PrepareAsync(SeparateProcesses platform)
    {
        using var journey = new Journey(platform);
        await journey.RegisterBothSidesAsync();
        await journey.OfferAsync();
        var first = await journey.SubmitNeedAsync();
        await journey.VerifyAsync(first);
        _accepted.Add(first);
    }

    private async Task<Pace> PostAsync(SeparateProcesses platform, string what, int from, int count, Func<bool> enough)
    {
        var waits = new List<TimeSpan>();
        var taken = Stopwatch.StartNew();
        for (var first = from; first < from + count || !enough(); first += Shift)
        {
            var last = first < from + count ? Math.Min(first + Shift, from + count) : first + Shift;
            var token = platform.Tokens.Of(StaffRole.AucCoordinator);
            using var posting = new StubbornClient(platform.Origin, () => Task.FromResult(token), () => Complaints(platform));
            using var verifying = new StubbornClient(platform.Origin, () => Task.FromResult(token), () => Complaints(platform));
            await Parallel.ForAsync(first, last, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (number, _) =>
            {
                var id = (Guid)(await posting.PostAsync("needs", $"need-{number}", Journey.Need($"Потреба {number}")))["id"]!;
                _accepted.Add(id);
                await verifying.PostAsync($"needs/{id}/verify", $"verify-{number}", new JsonObject { ["method"] = "call", ["personDays"] = 30 }, 1);
            });
            waits.AddRange(posting.Waits);
            _repeated += posting.Repeated + verifying.Repeated;
        }

        return new Pace($"posts {what}, each with a verification", waits, taken.Elapsed);
    }

    private static string Complaints(SeparateProcesses platform) => string.Join('\n', new[] { "Gateway", "NeedsIntake" }
        .SelectMany(section => platform.OutputOf(section).Split('\n').Where(line => line.Contains("fail:", StringComparison.Ordinal)).TakeLast(3)));

    private async Task AssertOnceAsync(SeparateProcesses platform)
    {
        using var journey = new Journey(platform);
        Assert.Equal(_accepted.Count, _accepted.Distinct().Count());
        Assert.Equal(_accepted.Order(), (await journey.Auc.ListAsync("needs")).Select(need => (Guid)need["id"]!).Order());
        var intake = platform.DatabaseOf("NeedsIntake");
        Assert.Equal(_accepted.Count, await intake.ScalarAsync<long>("select count(*) from need_steps where action = 'need.submit'"));
        Assert.Equal(_accepted.Count, await intake.ScalarAsync<long>("select count(*) from need_steps where action = 'need.verify'"));
        await ArriveAsync(platform.DatabaseOf("Matching"), "select count(*) from known_needs where state is not null");
        await ArriveAsync(platform.DatabaseOf("Notification"), "select count(*) from inbox_items where kind = 'need_submitted'");
        Assert.Equal(_accepted.Count, (int)(await journey.Ks.GetAsync("matching-inputs"))["needs"]!);
        foreach (var section in new[] { "NeedsIntake", "Matching", "Notification" })
            Assert.Equal(0, await platform.DatabaseOf(section).ScalarAsync<long>("select count(*) from dead_letter"));
    }

    /// <summary>All come, however long as long as more come, and no more than that.</summary>
    private async Task ArriveAsync(TestDatabase database, string counting)
    {
        for (long now = 0; now < _accepted.Count;)
        {
            var next = Math.Min(now + 500, _accepted.Count);
            await Eventually.TrueAsync(async () => (now = await database.ScalarAsync<long>(counting)) >= next, $"{next} by {counting}");
        }

        Assert.Equal(_accepted.Count, await database.ScalarAsync<long>(counting));
    }

    private void Report(Pace peace, Pace fire, Pace bare, Siege siege)
    {
        foreach (var line in new[] { $"{peace}", $"{fire}", $"{bare}" })
            TestContext.Current.SendDiagnosticMessage(line);
        TestContext.Current.SendDiagnosticMessage(
            $"killed: {siege}; said again: {_repeated}");
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>
/// Every service is restarted in order, one after the other, as a new version is brought out, while clients of all kinds work. No
/// write is lost or done twice, and no client is told anything that saying it again does not heal.
/// </summary>
public sealed class RestartsUnderTrafficTests
{
    /// <summary>For how many seconds; longer when not everybody was restarted by then.</summary>
    private const string Variable = "KOMMUNEBRO_FIRE_SECONDS";

    private const int Usual = 300;

    [Fact]
    [Trait("Category", "Long")]
    public async Task Restarts_one_by_one_lose_no_write_and_tell_no_error_that_stays()
    {
        var seconds = GivenNumber.Or(Variable, Usual);
        await using var platform = await SeparateProcesses.StartAsync(NoQuotas.Settings);
        await using var ground = await TrafficGround.LayAsync(platform);
        using var traffic = new MixedTraffic(platform, ground);
        await using var restarts = new Siege(
            platform, platform.StopAsync, "Registry", "NeedsIntake", "Matching", "Notification", "Identity", "Gateway");
        var taken = Stopwatch.StartNew();

        restarts.Begin();
        await traffic.RunAsync(() => taken.Elapsed.TotalSeconds > seconds && restarts.SparedNobody);
        await restarts.LiftAsync();

        TestContext.Current.SendDiagnosticMessage(
            $"{taken.Elapsed.TotalSeconds:F0} s; restarted: {restarts}; accepted: {string.Join(", ", traffic.Accepted.Select(kind => $"{kind.Value.Count} {kind.Key}"))}; "
            + $"{traffic.Read} lists read; said again: {traffic.Repeated}; tokens renewed: {traffic.Renewed}");
        await AssertKeptAsync(platform, ground, traffic);
    }

    private static async Task AssertKeptAsync(SeparateProcesses platform, TrafficGround ground, MixedTraffic traffic)
    {
        using var journey = new Journey(platform);
        using var town = new Door(platform.Origin, await ground.Town.NowAsync());
        using var administrator = new Door(platform.Origin, platform.Tokens.Of(Contracts.StaffRole.Administrator));
        var needs = await journey.Auc.ListAsync("needs");
        var kept = new Dictionary<string, IEnumerable<(string Id, string Said)>>
        {
            ["verified needs"] = needs.Where(need => $"{need["status"]}" == "verified").Select(need => Told(need, need["title"]!["uk"])),
            ["submitted needs"] = needs.Where(need => $"{need["status"]}" == "submitted").Select(need => Told(need, need["title"]!["uk"])),
            ["drafts"] = (await town.ListAsync("needs/drafts")).Select(draft => Told(draft, draft["content"]!["title"]!["uk"])),
            ["contacts"] = (await town.GetAsync($"municipalities/{Journey.Vyshnivetska}/contacts"))["items"]!.AsArray().Select(contact => Told(contact!, contact!["name"])),
            ["deliveries"] = (await town.ListAsync($"webhooks/{ground.Webhook}/deliveries")).Select(delivery => Told(delivery, delivery["type"])),
            ["notes"] = (await journey.Ks.GetAsync($"partnerships/{ground.Partnership}"))["timeline"]!.AsArray().Select(entry => ("", $"{entry!["text"]}")),
            ["scenarios"] = (await journey.Ks.ListAsync("scenarios")).Select(scenario => Told(scenario, scenario["name"])),
            ["organisations"] = (await administrator.ListAsync("organisations")).Select(organisation => Told(organisation, organisation["name"])),
        };
        foreach (var (what, accepted) in traffic.Accepted)
        {
            var ours = kept[what].Where(thing => IsOurs(thing.Said)).ToList();
            Assert.True(!accepted.Except(ours).Any(), $"{what} that were accepted and are not there: {string.Join(", ", accepted.Except(ours).Take(5))}");
            Assert.True(ours.Count == accepted.Count, $"{accepted.Count} {what} were accepted, {ours.Count} are there: {string.Join(", ", ours.Except(accepted).Take(5))}");
        }

        Assert.Equal(traffic.PersonDays, (int)(await journey.Ks.GetAsync($"offers/{ground.Offer}"))["personDays"]!);
        await AssertToldAsync(platform, needs.Count(need => $"{need["status"]}" == "verified"));
    }

    /// <summary>What the services tell each other came to its end, too.</summary>
    private static async Task AssertToldAsync(SeparateProcesses platform, long verified)
    {
        const string Known = "select count(*) from known_needs where state is not null";
        await Eventually.TrueAsync(async () => await platform.DatabaseOf("Matching").ScalarAsync<long>(Known) >= verified, "matching knows the verified needs");
        Assert.Equal(verified, await platform.DatabaseOf("Matching").ScalarAsync<long>(Known));
        foreach (var section in new[] { "Registry", "NeedsIntake", "Matching", "Notification" })
            Assert.Equal(0, await platform.DatabaseOf(section).ScalarAsync<long>("select count(*) from dead_letter"));
    }

    private static bool IsOurs(string said) => said.StartsWith(MixedTraffic.Mark, StringComparison.Ordinal) || said == "webhook.test";

    private static (string Id, string Said) Told(JsonNode thing, JsonNode? said) => ($"{thing["id"]}", $"{said}");
}

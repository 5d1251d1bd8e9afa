using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.Tests.NeedsIntake.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.NeedsIntake.Dream;

/// <summary>What a feed of others may do, and must not stop at.</summary>
public sealed class DreamFeedTests : DreamTests
{
    [Fact]
    public async Task A_moment_that_fills_a_page_is_passed_and_told()
    {
        Dream.PageSize = 3;
        foreach (var id in new[] { "aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd", "eeeeeeee" })
            Say(id, January);
        Say("ffffffff", January.AddDays(1));

        var (code, told) = await Server.ReadAsync(Dream);

        Assert.Equal(1, code);
        Assert.Contains("More ideas changed at 2026-01-01T00:00:00Z than a page of DREAM holds", told, StringComparison.Ordinal);
        Assert.Contains("4 new", told, StringComparison.Ordinal);
        Assert.Equal(1, Dream.Reads["ffffffff"]);
        Assert.Equal(0, (await Server.ReadAsync(Dream)).Code);
    }

    [Fact]
    public async Task A_record_that_cannot_be_stored_is_told_and_keeps_no_other_back()
    {
        Say("aaaaaaaa", January);
        Dream.Say("bbbbbbbb", January.AddDays(1), DreamPeer.Idea("Нуль\0", Places.Vinnytsia.Code));
        Say("short", January.AddDays(2));
        Say("brokenaa", January.AddDays(3));
        Dream.Broken["brokenaa"] = true;
        Say("cccccccc", January.AddDays(4));

        var (code, told) = await Server.ReadAsync(Dream);

        Assert.Equal(1, code);
        Assert.Contains("The idea bbbbbbbb was left out: A text has the character U+0000", told, StringComparison.Ordinal);
        Assert.Contains("The idea short was left out: Its internal.code has not the form DREAM-UA-DDMMYY-XXXXXXXX.", told, StringComparison.Ordinal);
        Assert.Contains("The idea brokenaa was left out: ", told, StringComparison.Ordinal);
        Assert.Contains("2 new", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_brought_at_once_is_kept_once()
    {
        Task<Answer> BringAsync() => Server.SendAsync(HttpMethod.Post, "dream-ideas", new JsonObject
        {
            ["internal"] = new JsonObject { ["code"] = "DREAM-UA-010126-AAAAAAAA", ["status"] = "active" },
            ["external"] = new JsonObject { ["updated"] = "2026-01-02T00:00:00Z" },
            ["cdu_response"] = DreamPeer.Idea("Водогін", Places.Vinnytsia.Code),
        }.ToJsonString(), etag: null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => BringAsync()));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(11, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(1, await CountAsync("audit where action = 'dream-idea.bring'"));
    }

    [Fact]
    public async Task Each_new_and_changed_idea_stands_in_the_audit_and_a_known_one_does_not()
    {
        Say("aaaaaaaa", January.AddTicks(7));
        await Server.ReadAsync(Dream);
        await Server.ReadAsync(Dream);
        Say("aaaaaaaa", January.AddDays(1));
        await Server.ReadAsync(Dream);

        Assert.Equal(2, await CountAsync("audit where action = 'dream-idea.bring' and who = 'needs-intake import-dream' and subject_id = 'DREAM-UA-010126-AAAAAAAA'"));
        Assert.Equal(1, await CountAsync("audit where action = 'dream-idea.bring' and before is null"));
    }

    [Fact]
    public async Task A_change_that_is_said_to_lie_ahead_hides_none_until_then()
    {
        Say("aaaaaaaa", January.AddYears(70));
        await Server.ReadAsync(Dream);
        Say("bbbbbbbb", NeedsServer.Start.AddHours(1));

        var (_, told) = await Server.ReadAsync(Dream);

        Assert.Contains("1 new, 0 changed", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_reading_keeps_no_idea_in_memory()
    {
        for (var day = 0; day < 100; day++)
            Say($"i{day:0000000}", January.AddDays(day));
        await using var scope = Server.Services.CreateAsyncScope();

        Assert.Equal(0, (await scope.ServiceProvider.RunAsync("--address", Dream.Address.ToString())).Code);

        Assert.True(scope.ServiceProvider.GetRequiredService<NeedsIntakeDb>().ChangeTracker.Entries().Count() < 5);
    }

    [Fact]
    public async Task A_status_with_details_and_a_metric_by_its_characteristic_are_understood()
    {
        var said = DreamPeer.Idea("Водогін", Places.Vinnytsia.Code);
        said["metrics"] = JsonNode.Parse("""[{"id":"initiationMetricsFunctional","observations":[{"dimensions":{"characteristic":"numberOfIDP","basicValue":700,"targetValue":900}}]}]""");
        Dream.Say("aaaaaaaa", January, said, status: "pending:defined");
        await Server.ReadAsync(Dream);

        var idea = Assert.Single((await Server.GetAsync("/api/v1/needs/dream-ideas")).Items);

        Assert.Equal(("pending", 700), ((string?)idea["status"], (int)idea["idps"]!));
    }

    private void Say(string id, DateTimeOffset updated) => Dream.Say(id, updated, DreamPeer.Idea($"Ідея {id}", Places.Vinnytsia.Code));

    private Task<long> CountAsync(string table) => Server.Database.ScalarAsync<long>($"select count(*) from {table}");
}

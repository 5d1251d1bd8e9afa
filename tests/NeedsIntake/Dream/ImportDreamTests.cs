using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Dream;

public sealed class ImportDreamTests : DreamTests
{
    [Fact]
    public async Task An_idea_becomes_a_draft_with_its_hromada_parties_sectors_and_displaced_people()
    {
        // A village of the hromada of Vinnytsia: the same first nine characters.
        Dream.Say("aaaaaaaa", January, DreamPeer.Idea("Відбудова водогону", "UA05020030010012345", ("WB-RDNA", "WSS"), ("UN-CPC", "53252")));
        Dream.Say("bbbbbbbb", January.AddDays(1), DreamPeer.Idea("Десь в Україні", "UA99999999010012345"));
        Dream.Say("cccccccc", January.AddDays(2), new JsonObject { ["purpose"] = "development" });

        Assert.Equal((0, "2 new, 0 changed, 1 skipped; of the new and changed 1 have no hromada that is known."), await ReadAsync());

        var ideas = (await Server.GetAsync("/api/v1/needs/dream-ideas")).Expect(HttpStatusCode.OK).Items;
        Assert.Equal(["DREAM-UA-010126-BBBBBBBB", "DREAM-UA-010126-AAAAAAAA"], ideas.Select(idea => (string?)idea["dreamId"]));
        var draft = ideas[1];
        Assert.Equal(
            (Places.Vinnytsia.Code, "Відбудова водогону", "Відбудова водогону (en)", "Опис", "restoration", 1200),
            ((string?)draft["municipality"], (string?)draft["title"]!["uk"], (string?)draft["title"]!["en"], (string?)draft["description"]!["uk"], (string?)draft["purpose"], (int)draft["idps"]!));
        Assert.Equal(("""["WSS"]""", """["12345678"]"""), (draft["rdnaCodes"]!.ToJsonString(), draft["edrpou"]!.ToJsonString()));
        Assert.Equal(0, await Server.Database.ScalarAsync<long>("select count(*) from needs"));
    }

    [Fact]
    public async Task The_feed_is_read_on_from_where_it_was_left_and_nothing_is_drafted_twice()
    {
        Dream.PageSize = 3;
        for (var day = 0; day < 10; day++)
            Dream.Say($"idea000{day}", January.AddDays(day), DreamPeer.Idea($"Ідея {day}", Places.Studena.Code));
        await ReadAsync();
        Assert.All(Dream.Reads.Values, reads => Assert.Equal(1, reads));
        Dream.Say("idea0004", January.AddDays(20), DreamPeer.Idea("Ідея 4, інакше", Places.Studena.Code));

        Assert.Equal((0, "0 new, 1 changed, 0 skipped; of the new and changed 0 have no hromada that is known."), await ReadAsync());
        Assert.Equal((0, "0 new, 0 changed, 0 skipped; of the new and changed 0 have no hromada that is known."), await ReadAsync());

        var ideas = (await Server.GetAsync("/api/v1/needs/dream-ideas?limit=4")).Items;
        Assert.Equal(10, await Server.Database.ScalarAsync<long>("select count(*) from dream_ideas"));
        Assert.Equal(["Ідея 4, інакше", "Ідея 9", "Ідея 8", "Ідея 7"], ideas.Select(idea => (string?)idea["title"]!["uk"]));
        // Each reading begins with the last moment of the one before, in case another idea changed in it; all else is read once.
        Assert.Equal((3, 2, 1), (Dream.Reads["idea0004"], Dream.Reads["idea0009"], Dream.Reads["idea0008"]));
    }

    [Fact]
    public async Task A_reading_that_is_cut_off_keeps_what_it_read_and_goes_on()
    {
        for (var day = 0; day < 120; day++)
            Dream.Say($"i{day:0000000}", January.AddDays(day), DreamPeer.Idea($"Ідея {day}", Places.Studena.Code));
        Dream.FailsAfter = 70;

        var (code, told) = await ReadAsync();
        var kept = await Server.Database.ScalarAsync<long>("select count(*) from dream_ideas");
        Dream.FailsAfter = int.MaxValue;

        Assert.Equal((1, 70), (code, kept));
        Assert.Contains("call it again to go on", told, StringComparison.Ordinal);
        Assert.Equal(0, (await ReadAsync()).Code);
        Assert.Equal(120, await Server.Database.ScalarAsync<long>("select count(*) from dream_ideas"));
        Assert.Equal(1, Dream.Reads["i0000000"]);
    }

    [Fact]
    public async Task A_person_completes_an_idea_to_a_need_once()
    {
        Dream.Say("aaaaaaaa", January, DreamPeer.Idea("Відбудова водогону", Places.Vinnytsia.Code));
        await ReadAsync();
        const string Take = "dream-ideas/DREAM-UA-010126-AAAAAAAA/take";

        (await Server.SendAsync(HttpMethod.Post, Take, "{}", "\"1\"")).ExpectProblem(HttpStatusCode.BadRequest, "invalid_fields");
        (await Server.SendAsync(HttpMethod.Post, Take, ANeed.InVinnytsia().ToJsonString(), "\"7\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        var need = (await Server.SendAsync(HttpMethod.Post, Take, ANeed.InVinnytsia().ToJsonString(), "\"1\"")).Expect(HttpStatusCode.Created);
        (await Server.SendAsync(HttpMethod.Post, Take, ANeed.InVinnytsia().ToJsonString(), "\"2\"")).ExpectProblem(HttpStatusCode.Conflict, "already_decided");

        Assert.Equal(("submitted", "dream", "DREAM-UA-010126-AAAAAAAA"), (need.NeedStatus, need.Text("source"), need.Text("dreamId")));
        var taken = Assert.Single((await Server.GetAsync("/api/v1/needs/dream-ideas?state=taken")).Items);
        Assert.Equal(need.Id, (string?)taken["needId"]);
        Assert.Empty((await Server.GetAsync("/api/v1/needs/dream-ideas")).Items);
        // DREAM changes it afterwards: the decision stays.
        Dream.Say("aaaaaaaa", January.AddDays(9), DreamPeer.Idea("Відбудова двох водогонів", Places.Vinnytsia.Code));
        await ReadAsync();
        Assert.Equal(("taken", 1), ((string?)Assert.Single((await Server.GetAsync("/api/v1/needs/dream-ideas?state=taken")).Items)["state"],
            await Server.Database.ScalarAsync<long>("select count(*) from needs")));
    }

    [Fact]
    public async Task An_idea_is_dismissed_with_a_reason_and_what_dream_ended_is_not_offered()
    {
        Dream.Say("aaaaaaaa", January, DreamPeer.Idea("Аеропорт", Places.Vinnytsia.Code));
        Dream.Say("bbbbbbbb", January, DreamPeer.Idea("Скасовано", Places.Vinnytsia.Code), status: "cancelled");
        await ReadAsync();

        Assert.Single((await Server.GetAsync("/api/v1/needs/dream-ideas")).Items);
        Assert.Equal(2, (await Server.GetAsync("/api/v1/needs/dream-ideas?state=waiting")).Items.Count);
        (await Server.SendAsync(HttpMethod.Post, "dream-ideas/DREAM-UA-010126-AAAAAAAA/dismiss", "{}", "\"1\"")).ExpectProblem(HttpStatusCode.BadRequest, "missing_field");
        var dismissed = (await Server.SendAsync(HttpMethod.Post, "dream-ideas/DREAM-UA-010126-AAAAAAAA/dismiss", """{"reason":"No municipal matter"}""", "\"1\"")).Expect(HttpStatusCode.OK);
        Assert.Equal(("dismissed", "No municipal matter"), (dismissed.Text("state"), dismissed.Text("dismissalReason")));
        (await Server.SendAsync(HttpMethod.Post, "dream-ideas/DREAM-UA-010126-XXXXXXXX/dismiss", """{"reason":"Why"}""", "\"1\"")).ExpectProblem(HttpStatusCode.NotFound, "dream_idea_not_found");
        using var partner = await Server.PartnerAsync(Places.Vinnytsia);
        (await partner.GetAsync("/api/v1/needs/dream-ideas")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("""{"internal":{"code":"a"},"internal":{"code":"b"}}""", "duplicate_field")]
    [InlineData("""{"internal":{"code":"a","code":"b"}}""", "duplicate_field")]
    [InlineData("[]", "not_a_dream_idea")]
    [InlineData("\"DREAM-UA-010126-AAAAAAAA\"", "not_a_dream_idea")]
    [InlineData("{}", "not_a_dream_idea")]
    public async Task What_is_no_idea_is_refused_by_name(string body, string code) =>
        (await Server.SendAsync(HttpMethod.Post, "dream-ideas", body, etag: null)).ExpectProblem(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task An_idea_that_somebody_brings_is_kept_once_and_follows_later_changes()
    {
        static string Detail(string title, string updated) => new JsonObject
        {
            ["internal"] = new JsonObject { ["code"] = "DREAM-UA-010126-AAAAAAAA", ["status"] = "active" },
            ["external"] = new JsonObject { ["updated"] = updated },
            ["cdu_response"] = DreamPeer.Idea(title, Places.Vinnytsia.Code),
        }.ToJsonString();

        var brought = (await BringAsync(Detail("Водогін", "2026-01-02T00:00:00Z"))).Expect(HttpStatusCode.Created);
        var older = (await BringAsync(Detail("Старе", "2026-01-01T00:00:00Z"))).Expect(HttpStatusCode.OK);
        var newer = (await BringAsync(Detail("Два водогони", "2026-01-03T00:00:00Z"))).Expect(HttpStatusCode.OK);

        Assert.Equal(("Водогін", "Водогін", "Два водогони"), (Title(brought), Title(older), Title(newer)));
        foreach (var nonsense in new[]
        {
            "{}",
            """{"internal":7}""",
            """{"internal":{"code":"DREAM-UA-1"},"cdu_response":{"title":"text"}}""",
            Detail("Водогін", "2026-01-04T00:00:00Z").Replace("DREAM-UA-010126-AAAAAAAA", "DREAM-1", StringComparison.Ordinal),
            Detail("Нуль\0", "2026-01-04T00:00:00Z"),
        })
            (await BringAsync(nonsense)).ExpectProblem(HttpStatusCode.BadRequest, "not_a_dream_idea");
        // Half a character.
        (await BringAsync(Detail("Половина", "2026-01-04T00:00:00Z").Replace("(en)", "\\ud83d", StringComparison.Ordinal))).Expect(HttpStatusCode.BadRequest);

        Task<Answer> BringAsync(string detail) => Server.SendAsync(HttpMethod.Post, "dream-ideas", detail, etag: null);
        static string? Title(Answer idea) => (string?)idea.Body["title"]!["uk"];
    }

    [Fact]
    public async Task What_is_not_dream_and_wrong_calls_are_told()
    {
        await Dream.DisposeAsync();

        Assert.Equal(1, (await ReadAsync()).Code);
        Assert.Equal(2, (await Server.RunAsync("--from", "01.01.2026")).Code);
        Assert.Equal(2, (await Server.RunAsync("--address", "ftp://dream")).Code);
        Assert.Equal(2, (await Server.RunAsync("--loud")).Code);
    }

    private Task<(int Code, string Output)> ReadAsync() => Server.ReadAsync(Dream);
}

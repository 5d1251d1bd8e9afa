using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class SubmitNeedTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task A_submitted_need_is_answered_and_read_back_as_it_was_said()
    {
        var submitted = await _server.SubmitNeedAsync();

        var read = await _server.GetAsync(submitted.Location!.ToString());

        Assert.Equal("\"1\"", submitted.ETag);
        Assert.Equal(submitted.ETag, read.ETag);
        Assert.True(JsonNode.DeepEquals(submitted.Body, read.Body), $"{submitted.Body} is not {read.Body}");
        Assert.Equal("submitted", read.NeedStatus);
        Assert.Equal("Вінницька", (string?)read.Body["municipalityNames"]!["uk"]);
        Assert.Equal("05", (string?)read.Body["region"]!["code"]);
        Assert.Equal("Ремонт насосної станції", (string?)read.Body["title"]!["uk"]);
        Assert.Null(read.Body["title"]!["nb"]);
        foreach (var field in new[] { "municipality", "area", "horizon", "urgency", "urgencyReason", "desiredModes", "personDays", "effortBand", "languages", "sensitivity", "neededBy", "illustrative" })
            Assert.True(JsonNode.DeepEquals(ANeed.InVinnytsia()[field], read.Body[field]), field);
        Assert.Empty(read.Body["masked"]!.AsArray());
    }

    [Fact]
    public async Task All_that_a_hromada_can_say_is_kept()
    {
        var sent = ANeed.InFull(Places.Vinnytsia);

        var read = await _server.GetNeedAsync((await _server.SubmitNeedAsync(sent)).Id);

        foreach (var (field, value) in sent.Where(field => field.Key is not ("title" or "description" or "translations")))
            Assert.True(JsonNode.DeepEquals(value, read.Body[field]), $"{field}: {value} is not {read.Body[field]}");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[{"language":"en","by":"machine"}]"""), read.Body["translations"]));
        Assert.Empty(read.Body["missing"]!.AsArray());
    }

    [Fact]
    public async Task A_need_tells_what_would_help_to_verify_it_and_why()
    {
        var need = await _server.SubmitNeedAsync(
            ANeed.InVinnytsia().With("description", "null").With("personDays", "null").With("title", """{"uk":"Насоси"}"""));

        var missing = need.Body["missing"]!.AsArray();

        Assert.Equal(
            ["description", "personDays", "kind", "cost", "readiness", "title.en"], missing.Select(item => (string)item!["field"]!));
        Assert.All(missing, item => Assert.All(["nb", "uk", "en"], language => Assert.NotEmpty((string)item!["why"]![language]!)));
        Assert.Empty((await _server.VerifyAsync(need)).Body["missing"]!.AsArray());
    }

    [Fact]
    public async Task Thin_data_is_enough()
    {
        var thin = new JsonObject
        {
            ["municipality"] = Places.Studena.Code,
            ["title"] = new JsonObject { ["uk"] = "Вода" },
            ["area"] = "WAT",
            ["horizon"] = "acute",
            ["urgency"] = 2,
            ["languages"] = new JsonArray("uk"),
            ["sensitivity"] = "public",
        };

        var submitted = await _server.SubmitNeedAsync(thin);

        Assert.Null(submitted.Body["personDays"]);
        Assert.Null(submitted.Body["effortBand"]);
        Assert.Empty(submitted.Body["desiredModes"]!.AsArray());
        Assert.False((bool)submitted.Body["illustrative"]!);
    }

    [Fact]
    public async Task Markup_is_kept_as_the_text_that_it_is()
    {
        var submitted = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("title", """{"en":"<script>alert('1')</script> & \"more\""}"""));

        Assert.Equal("<script>alert('1')</script> & \"more\"", (string?)submitted.Body["title"]!["en"]);
    }

    [Fact]
    public async Task Today_in_ukraine_is_early_enough_although_it_is_yesterday_in_utc()
    {
        var submitted = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("neededBy", "\"2026-11-23\""));

        Assert.Equal("2026-11-23", submitted.Text("neededBy"));
    }

    [Theory]
    [InlineData("Vinnytsia", null)]
    [InlineData("Zelenodolsk", "possible_hostilities")]
    [InlineData("Nikopol", "active_hostilities")]
    [InlineData("Lyman", "partly_occupied")]
    [InlineData("Melitopol", "wholly_occupied")]
    public async Task A_need_tells_what_the_territory_status_means_for_it(string place, string? notice)
    {
        var hromada = Places.Municipalities.Single(known => known.Names.En!.StartsWith(place[..5], StringComparison.Ordinal));

        var submitted = await _server.SubmitNeedAsync(ANeed.Of(hromada));

        Assert.Equal(notice, (string?)submitted.Body["territoryNotice"]?["code"]);
        if (notice is not null)
            Assert.All(["nb", "uk", "en"], language => Assert.NotEmpty((string)submitted.Body["territoryNotice"]!["text"]![language]!));
    }

    [Fact]
    public async Task A_refused_need_leaves_nothing_behind()
    {
        var before = await _server.Database.ScalarAsync<long>("select (select count(*) from needs) + (select count(*) from audit)");

        (await _server.SubmitAsync(ANeed.InVinnytsia().With("urgency", "9"))).Expect(HttpStatusCode.BadRequest);

        var after = await _server.Database.ScalarAsync<long>("select (select count(*) from needs) + (select count(*) from audit)");
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task An_unknown_need_is_not_found()
    {
        (await _server.GetNeedAsync($"{Guid.CreateVersion7()}")).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        (await _server.GetNeedAsync("7")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Initiatives;

public sealed class InitiativesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task An_initiative_is_recorded_with_its_sides_source_and_audit()
    {
        var (hromada, partner) = (await registry.RegisterHromadaAsync(), await registry.RegisterMunicipalityAsync("Testvik"));

        var answer = await registry.Http.TryAsync(HttpMethod.Post, "initiatives?lang=uk", Bodies.Initiative(hromada.Code, partner.Code));

        var view = answer.As<InitiativeView>();
        Assert.Equal((HttpStatusCode.Created, "\"1\"", $"/api/v1/initiatives/{view.Id}"), (answer.Status, answer.ETag, answer.Message.Headers.Location?.ToString()));
        Assert.Equal((new SideView(hromada.Code, "Тестівська", "ua"), new SideView(partner.Code, "Тествік", "no")), (view.Hromada, view.Partner));
        Assert.Equal(new SourceView("Testavisa", "https://avis.example.org/sak?id=7", new DateOnly(2023, 6, 21)), view.Source);
        Assert.True(view.Helps);
        Assert.Equal((InitiativeOrigin.Staff, null, "63"), (view.Origin, view.RecordedBy, view.Oblast.Code));
        Assert.StartsWith("staff:", await registry.Database.ScalarAsync<string>($"select who from audit where subject_id = '{view.Id}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outside_party_has_a_name_and_a_country()
    {
        var hromada = (await registry.RegisterHromadaAsync()).Code;

        var view = await registry.Http.RecordAsync(Outside(hromada, "Leipzig", "skew"));

        Assert.Equal(new SideView(null, "Leipzig", "de"), view.Partner);
        Assert.Equal([view.Id], (await registry.Http.FindAsync($"&country=de&municipality={hromada}")).Select(one => one.Id));
        Assert.Empty(await registry.Http.FindAsync($"&country=no&municipality={hromada}"));
    }

    [Fact]
    public async Task It_is_revised_with_the_version_that_was_seen_and_keeps_its_sides()
    {
        var body = await BodyAsync();
        var view = await registry.Http.RecordAsync(body.With("status", "\"planned\""));
        var path = $"initiatives/{view.Id}";

        Assert.False(view.Helps);
        (await registry.Http.TryAsync(HttpMethod.Put, path, body)).MustBe((HttpStatusCode)428, "version_required");
        (await registry.Http.TryAsync(HttpMethod.Put, path, body, 7)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        var revised = (await registry.Http.TryAsync(HttpMethod.Put, path, body.With("status", "\"agreement_signed\""), 1)).As<InitiativeView>();
        Assert.Equal((2, true), (revised.Version, revised.Helps));
        Assert.Equal(2, (await registry.Http.TryAsync(HttpMethod.Put, path, body, 2)).As<InitiativeView>().Version);
        var other = (await registry.RegisterMunicipalityAsync()).Code;
        (await registry.Http.TryAsync(HttpMethod.Put, path, body.With("partner.code", $"\"{other}\""), 2)).MustBe(HttpStatusCode.BadRequest, "sides_fixed");
    }

    [Fact]
    public async Task It_ends_on_a_day_and_is_over_then()
    {
        var body = await BodyAsync();
        var view = await registry.Http.RecordAsync(body);
        var path = $"initiatives/{view.Id}";

        (await registry.Http.TryAsync(HttpMethod.Post, $"{path}/end", On("2023-06-19"), 1)).MustBe(HttpStatusCode.BadRequest, "end_before_start");
        (await registry.Http.TryAsync(HttpMethod.Post, $"{path}/end", On("2199-01-01"), 1)).MustBe(HttpStatusCode.BadRequest, "out_of_range");
        var ended = (await registry.Http.TryAsync(HttpMethod.Post, $"{path}/end", On("2024-01-31"), 1)).As<InitiativeView>();

        Assert.Equal((InitiativeStatus.Ended, new DateOnly(2024, 1, 31), false), (ended.Status, ended.Until, ended.Helps));
        (await registry.Http.TryAsync(HttpMethod.Put, path, body, 2)).MustBe(HttpStatusCode.Conflict, "initiative_over");
        (await registry.Http.TryAsync(HttpMethod.Post, $"{path}/withdraw", null, 2)).MustBe(HttpStatusCode.Conflict, "initiative_over");
        // What is over may begin anew.
        Assert.NotEqual(view.Id, (await registry.Http.RecordAsync(body.With("since", "\"2025-01-01\""))).Id);
    }

    [Fact]
    public async Task What_has_not_begun_yet_can_be_given_up_and_then_has_no_first_day()
    {
        var view = await registry.Http.RecordAsync((await BodyAsync()).With("status", "\"planned\"").With("since", "\"2060-01-01\"").With("until", "\"2062-01-01\""));

        var ended = (await registry.Http.TryAsync(HttpMethod.Post, $"initiatives/{view.Id}/end", On("2026-01-31"), 1)).As<InitiativeView>();

        Assert.Equal((InitiativeStatus.Ended, null, new DateOnly(2026, 1, 31), false), (ended.Status, ended.Since, ended.Until, ended.Helps));
    }

    [Fact]
    public async Task The_same_again_is_a_conflict_another_programme_reference_or_recorder_is_not()
    {
        var body = await BodyAsync();
        await registry.Http.RecordAsync(body);

        (await registry.Http.TryAsync(HttpMethod.Post, "initiatives", body.With("kind", "\"project\""))).MustBe(HttpStatusCode.Conflict, "initiative_exists");
        await registry.Http.RecordAsync(body.With("programme", "\"dream\"").With("reference", "\"DREAM-UA-010124-00000001\""));
        await registry.Http.RecordAsync(body.With("reference", "\"DREAM-UA-010124-00000002\""));
        using var partner = await registry.PartnerAsync(Callers.Scopes);
        await partner.RecordAsync(body);
        (await partner.TryAsync(HttpMethod.Post, "initiatives", body)).MustBe(HttpStatusCode.Conflict, "initiative_exists");
    }

    [Fact]
    public async Task Of_many_who_record_the_same_at_once_one_succeeds()
    {
        var body = (await BodyAsync()).ToJsonString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => registry.Http.TryAsync(HttpMethod.Post, "initiatives", JsonNode.Parse(body))));

        Assert.Equal([HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.Conflict, 5)], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_post_that_is_sent_twice_with_its_key_records_once()
    {
        var body = await BodyAsync();
        using var keyed = registry.HttpFor((await TestIssuer.GetAsync()).Staff("ks-coordinator"));
        keyed.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");

        var first = await keyed.TryAsync(HttpMethod.Post, "initiatives", body);
        var second = await keyed.TryAsync(HttpMethod.Post, "initiatives", body);

        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        (await keyed.TryAsync(HttpMethod.Post, "initiatives", body.With("kind", "\"project\""))).MustBe((HttpStatusCode)422, "idempotency_key_reused");
    }

    [Fact]
    public async Task Lists_are_paged_and_filtered()
    {
        var hromada = (await registry.RegisterHromadaAsync()).Code;
        foreach (var name in new[] { "Leipzig", "Köln", "Bonn" }) await registry.Http.RecordAsync(Outside(hromada, name, "skew"));
        await registry.Http.RecordAsync(Outside(hromada, "Ulm", "cities4cities").With("status", "\"planned\"").With("kind", "\"project\""));

        var first = (await registry.Http.TryAsync(HttpMethod.Get, $"initiatives?municipality={hromada}&programme=skew&limit=2")).As<Page<InitiativeView>>();
        var second = (await registry.Http.TryAsync(HttpMethod.Get, $"initiatives?municipality={hromada}&programme=skew&limit=2&cursor={first.Next}")).As<Page<InitiativeView>>();

        Assert.Equal(["Leipzig", "Köln", "Bonn"], first.Items.Concat(second.Items).Select(one => one.Partner!.Name));
        Assert.Null(second.Next);
        Assert.Equal(["Ulm"], (await registry.Http.FindAsync($"&municipality={hromada}&status=planned")).Select(one => one.Partner!.Name));
        Assert.Equal(["Ulm"], (await registry.Http.FindAsync($"&municipality={hromada}&kind=project")).Select(one => one.Partner!.Name));
    }

    [Fact]
    public async Task Municipalities_are_listed_by_whether_somebody_helps_them_today()
    {
        var helped = (await registry.Http.RecordAsync(await BodyAsync())).Hromada!.Code!;
        var planned = (await registry.Http.RecordAsync((await BodyAsync()).With("status", "\"planned\""))).Hromada!.Code!;
        var past = (await registry.Http.RecordAsync((await BodyAsync()).With("until", "\"2024-01-01\""))).Hromada!.Code!;

        async Task<bool> IsAmongAsync(string code, bool among) =>
            (await registry.GetAsync($"municipalities?q={code}&helped={(among ? "true" : "false")}")).As<Page<MunicipalityView>>().Items.Count == 1;

        Assert.Equal((true, false), (await IsAmongAsync(helped, true), await IsAmongAsync(helped, false)));
        foreach (var code in new[] { planned, past }) Assert.Equal((false, true), (await IsAmongAsync(code, true), await IsAmongAsync(code, false)));
        Assert.Empty((await registry.GetAsync($"municipalities?helped=false&country=no")).As<Page<MunicipalityView>>().Items);
    }

    private static JsonObject On(string day) => new() { ["on"] = day };

    private static JsonObject Outside(string hromada, string name, string programme) => Bodies.Initiative(hromada, "-")
        .With("partner", $$"""{ "name": "{{name}}", "country": "de" }""").With("programme", $"\"{programme}\"");

    private async Task<JsonObject> BodyAsync() => Bodies.Initiative((await registry.RegisterHromadaAsync()).Code, (await registry.RegisterMunicipalityAsync()).Code);
}

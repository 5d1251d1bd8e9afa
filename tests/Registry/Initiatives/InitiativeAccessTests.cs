using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Initiatives;

/// <summary>Who sees what of an initiative, on every way out, and who changes it.</summary>
public sealed class InitiativeAccessTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    private static readonly string[] AboveOblast = ["hromada", "partner", "helps", "since", "until", "reference", "source", "recordedBy", "recordedAt", "changedAt"];

    /// <summary>Reader, zone (territory status and category), sensitivity, days since it was recorded; seen: full, oblast or nothing.</summary>
    [Theory]
    [InlineData("ks", "occupied", "war_zone", "restricted", 0, "full")]
    [InlineData("auc", "none", "outside_war_zone", "restricted", 0, "full")]
    [InlineData("viewer", "active_hostilities", "war_zone", "partners", 0, "full")]
    [InlineData("viewer", "none", "outside_war_zone", "restricted", 0, "nothing")]
    [InlineData("administrator", "none", "outside_war_zone", "restricted", 0, "nothing")]
    [InlineData("hromada", "occupied", "war_zone", "restricted", 0, "full")]
    [InlineData("partner", "occupied", "war_zone", "restricted", 0, "full")]
    [InlineData("stranger", "none", "outside_war_zone", "partners", 0, "full")]
    [InlineData("stranger", "none", null, "public", 0, "full")]
    [InlineData("stranger", "none", "outside_war_zone", "restricted", 400, "nothing")]
    [InlineData("stranger", "none", "war_zone", "public", 0, "nothing")]
    [InlineData("stranger", "none", "war_zone", "public", 89, "nothing")]
    [InlineData("stranger", "none", "war_zone", "public", 91, "oblast")]
    [InlineData("stranger", "possible_hostilities", "outside_war_zone", "partners", 0, "nothing")]
    [InlineData("stranger", "possible_hostilities", "outside_war_zone", "partners", 91, "oblast")]
    [InlineData("stranger", "active_hostilities_services_on", null, "partners", 91, "oblast")]
    [InlineData("stranger", "active_hostilities", null, "partners", 91, "oblast")]
    [InlineData("stranger", "occupied", "war_zone", "restricted", 91, "nothing")]
    public async Task A_reader_sees(string reader, string status, string? category, string sensitivity, int days, string seen)
    {
        for (var i = 0; i < 5; i++) await registry.RegisterHromadaAsync("occupied");
        var recorded = await registry.RecordForAsync(status, category, sensitivity);
        await registry.AgeAsync(recorded.Id, days);
        using var caller = await ReaderAsync(reader, recorded);

        var one = await caller.TryAsync(HttpMethod.Get, $"initiatives/{recorded.Id}");
        var listed = (await caller.FindAsync("&oblast=63")).SingleOrDefault(view => view.Id == recorded.Id);
        var byCode = await caller.FindAsync($"&municipality={recorded.Hromada!.Code}");
        var byPartner = await caller.FindAsync($"&municipality={recorded.Partner!.Code}");
        var helped = (await caller.TryAsync(HttpMethod.Get, $"municipalities?q={recorded.Hromada.Code}&helped=true")).As<Page<MunicipalityView>>().Items.Count;

        Assert.Equal(seen == "nothing" ? HttpStatusCode.NotFound : HttpStatusCode.OK, one.Status);
        Assert.Equal(seen == "nothing", listed is null);
        Assert.Equal(seen == "full" ? (1, 1, 1) : (0, 0, 0), (byCode.Count, byPartner.Count, helped));
        if (seen == "nothing") return;
        Assert.Equal(listed!.Masked, one.As<InitiativeView>().Masked);
        Assert.Equal(seen == "oblast" ? AboveOblast : [], listed.Masked);
        foreach (var told in new[] { recorded.Hromada.Code, recorded.Partner.Code, "Testivska", "avis.example.org", "2023-06-2" })
            Assert.Equal(seen == "full", one.Body.Contains($"{told}", StringComparison.Ordinal));
        Assert.Equal("63", listed.Oblast.Code);
    }

    [Fact]
    public async Task Where_few_hromadas_could_be_meant_the_oblast_is_not_told_either()
    {
        using var stranger = await registry.PartnerAsync(Callers.Scopes);
        var partner = await registry.RegisterMunicipalityAsync();
        var recorded = new List<InitiativeView>();
        for (var i = 1; i <= 5; i++)
        {
            var code = $"UA46{Bodies.NextKatottg()[4..]}";
            await registry.PutMunicipalityAsync(Bodies.Hromada(code, "possible_hostilities").With("region.code", "\"46\""));
            recorded.Add(await registry.Http.RecordAsync(Bodies.Initiative(code, partner.Code)));
            await registry.AgeAsync(recorded[^1].Id, 91);
            Assert.Equal(i < 5 ? 0 : 5, (await stranger.FindAsync("&oblast=46")).Count);
        }
    }

    [Fact]
    public async Task A_change_in_the_war_is_not_told_before_its_time_and_no_day_by_what_holds_today()
    {
        for (var i = 0; i < 5; i++) await registry.RegisterHromadaAsync("occupied");
        var recorded = await registry.RecordForAsync("occupied", "war_zone");
        await registry.AgeAsync(recorded.Id, 91);
        using var stranger = await registry.PartnerAsync(Callers.Scopes);
        Assert.Null((await stranger.TryAsync(HttpMethod.Get, $"initiatives/{recorded.Id}")).As<InitiativeView>().Helps);

        await registry.Http.TryAsync(HttpMethod.Post, $"initiatives/{recorded.Id}/end", null, 1);

        (await stranger.TryAsync(HttpMethod.Get, $"initiatives/{recorded.Id}")).MustBe(HttpStatusCode.NotFound, "initiative_not_found");
    }

    [Fact]
    public async Task Who_leaves_the_sensitivity_out_of_a_change_does_not_open_what_is_restricted()
    {
        var recorded = await registry.RecordForAsync("none", "outside_war_zone", "restricted");
        var body = Bodies.Initiative(recorded.Hromada!.Code!, recorded.Partner!.Code!).With("kind", "\"project\"");
        body.Remove("sensitivity");

        var revised = await registry.Http.TryAsync(HttpMethod.Put, $"initiatives/{recorded.Id}", body, 1);

        Assert.Equal((Sensitivity.Restricted, InitiativeKind.Project), (revised.As<InitiativeView>().Sensitivity, revised.As<InitiativeView>().Kind));
    }

    [Fact]
    public async Task Whether_a_hromada_in_the_war_is_helped_is_told_to_no_stranger()
    {
        var (helped, unhelped) = ((await registry.RecordForAsync("none", "war_zone")).Hromada!.Code, (await registry.RegisterHromadaAsync("occupied", null)).Code);
        using var stranger = await registry.PartnerAsync(Callers.Scopes);
        using var own = await registry.PartnerAsync(Callers.Scopes, unhelped);

        foreach (var (code, among) in new[] { (helped, "true"), (helped, "false"), (unhelped, "true"), (unhelped, "false") })
            Assert.Empty((await stranger.TryAsync(HttpMethod.Get, $"municipalities?q={code}&helped={among}")).As<Page<MunicipalityView>>().Items);
        Assert.Single((await own.TryAsync(HttpMethod.Get, $"municipalities?q={unhelped}&helped=false")).As<Page<MunicipalityView>>().Items);
    }

    [Fact]
    public async Task A_change_of_status_masks_at_once()
    {
        var recorded = await registry.RecordForAsync("none", "outside_war_zone");
        using var stranger = await registry.PartnerAsync(Callers.Scopes);
        Assert.Equal(HttpStatusCode.OK, (await stranger.TryAsync(HttpMethod.Get, $"initiatives/{recorded.Id}")).Status);

        await registry.PutMunicipalityAsync(Bodies.Hromada(recorded.Hromada!.Code!, "active_hostilities"), 1);

        (await stranger.TryAsync(HttpMethod.Get, $"initiatives/{recorded.Id}")).MustBe(HttpStatusCode.NotFound, "initiative_not_found");
    }

    [Fact]
    public async Task An_umbrella_organisation_changes_what_it_recorded_and_for_others_records_there_is_404()
    {
        var (hromada, partner) = ((await registry.RegisterHromadaAsync("occupied", "war_zone")).Code, (await registry.RegisterMunicipalityAsync()).Code);
        using var umbrella = await registry.PartnerAsync(Callers.Scopes);
        using var other = await registry.PartnerAsync(Callers.Scopes, hromada);
        var body = Bodies.Initiative(hromada, partner);
        var own = await umbrella.RecordAsync(body);
        var staffs = await registry.RecordForAsync("none", "outside_war_zone");

        Assert.Equal((InitiativeOrigin.Partner, hromada), (own.Origin, own.Hromada!.Code));
        Assert.NotNull(own.RecordedBy);
        foreach (var (caller, id) in new[] { (other, own.Id), (umbrella, staffs.Id) })
            foreach (var seen in new long?[] { 1, 7, null })
            {
                (await caller.TryAsync(HttpMethod.Put, $"initiatives/{id}", body, seen)).MustBe(HttpStatusCode.NotFound, "initiative_not_found");
                (await caller.TryAsync(HttpMethod.Post, $"initiatives/{id}/end", null, seen)).MustBe(HttpStatusCode.NotFound, "initiative_not_found");
                (await caller.TryAsync(HttpMethod.Post, $"initiatives/{id}/withdraw", null, seen)).MustBe(HttpStatusCode.NotFound, "initiative_not_found");
            }
        Assert.Equal(2, (await registry.Http.TryAsync(HttpMethod.Put, $"initiatives/{own.Id}", body.With("kind", "\"project\""), 1)).As<InitiativeView>().Version);
        Assert.Equal(InitiativeStatus.Withdrawn, (await umbrella.TryAsync(HttpMethod.Post, $"initiatives/{own.Id}/withdraw", null, 2)).As<InitiativeView>().Status);
        // Who acts for the hromada saw it, and does no longer.
        (await other.TryAsync(HttpMethod.Get, $"initiatives/{own.Id}")).MustBe(HttpStatusCode.NotFound, "initiative_not_found");
    }

    [Theory]
    [InlineData(AccessPolicies.RegistryRead, "GET", "initiatives")]
    [InlineData(AccessPolicies.RegistryRead, "GET", "coverage")]
    [InlineData(AccessPolicies.InitiativesRead, "POST", "initiatives")]
    [InlineData(AccessPolicies.InitiativesWrite, "GET", "initiatives")]
    public async Task Without_the_scope_it_is_forbidden(string scope, string method, string path)
    {
        using var partner = await registry.PartnerAsync(scope);
        (await partner.TryAsync(new HttpMethod(method), path, method == "GET" ? null : Bodies.Initiative("UA63020010000012345", "4601"))).MustBe(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Who_reads_the_register_alone_is_not_told_who_is_helped()
    {
        using var partner = await registry.PartnerAsync(AccessPolicies.RegistryRead);
        (await partner.TryAsync(HttpMethod.Get, "municipalities?helped=true")).MustBe(HttpStatusCode.Forbidden, "initiatives_not_read");
    }

    private async Task<HttpClient> ReaderAsync(string reader, InitiativeView recorded) => reader switch
    {
        "ks" or "auc" => registry.HttpFor((await TestIssuer.GetAsync()).Staff($"{reader}-coordinator")),
        "viewer" or "administrator" => registry.HttpFor((await TestIssuer.GetAsync()).Staff(reader)),
        "hromada" => await registry.PartnerAsync(Callers.Scopes, recorded.Hromada!.Code!),
        "partner" => await registry.PartnerAsync(Callers.Scopes, recorded.Partner!.Code!),
        _ => await registry.PartnerAsync(Callers.Scopes),
    };
}

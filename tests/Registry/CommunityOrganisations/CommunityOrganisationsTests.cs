using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.CommunityOrganisations;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Registry.Initiatives;

namespace Kommunebro.Tests.Registry.CommunityOrganisations;

public sealed class CommunityOrganisationsTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    private const string Scopes = $"{AccessPolicies.RegistryRead} {AccessPolicies.ProfilesWrite}";

    [Fact]
    public async Task One_is_taken_down_revised_and_removed()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        using var partner = await registry.PartnerAsync(Scopes, code);

        var added = await partner.TryAsync(HttpMethod.Post, Of(code), Body());
        var view = added.As<CommunityOrganisationView>();

        Assert.Equal((HttpStatusCode.Created, "\"1\"", code, "Testvik Røde Kors"), (added.Status, added.ETag, view.Municipality, view.Name));
        Assert.Equal((CommunityOrganisationKind.Voluntary, "123456785", "https://rodekors.example.org/testvik"), (view.Kind, view.OrganisationNumber, view.Website));
        Assert.Equal(["CIV", "IDP"], view.Areas);
        Assert.Equal([Mode.Training, Mode.Equipment], view.Modes);
        var path = $"community-organisations/{view.Id}";
        (await partner.TryAsync(HttpMethod.Put, path, Body())).MustBe((HttpStatusCode)428, "version_required");
        Assert.Equal(1, (await partner.TryAsync(HttpMethod.Put, path, Body(), 1)).As<CommunityOrganisationView>().Version);
        var revised = (await partner.TryAsync(HttpMethod.Put, path, Body().With("areas", "[\"CIV\"]"), 1)).As<CommunityOrganisationView>();
        Assert.Equal((2, "CIV"), (revised.Version, Assert.Single(revised.Areas)));
        (await partner.TryAsync(HttpMethod.Delete, path, null, 1)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        Assert.Equal(HttpStatusCode.NoContent, (await partner.TryAsync(HttpMethod.Delete, path, null, 2)).Status);
        (await partner.TryAsync(HttpMethod.Get, path)).MustBe(HttpStatusCode.NotFound, "community_organisation_not_found");
        Assert.Equal(
            "add,revise,remove",
            await registry.Database.ScalarAsync<string>($"select string_agg(split_part(action, '.', 2), ',' order by id) from audit where subject_id = '{view.Id}'"));
    }

    [Fact]
    public async Task They_are_found_by_area_and_kind_page_by_page()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        foreach (var (name, kind, areas) in new[] { ("A", "school", "[\"SCH\"]"), ("B", "voluntary", "[\"CIV\"]"), ("C", "school", "[\"SCH\",\"YOU\"]"), ("D", "voluntary", "[]") })
            await AddAsync(code, Body($"Lag {name}").With("kind", $"\"{kind}\"").With("areas", areas));

        Assert.Equal("ABCD", await NamesAsync(code, ""));
        Assert.Equal("AC", await NamesAsync(code, "&kind=school"));
        Assert.Equal("C", await NamesAsync(code, "&area=YOU"));
        Assert.Equal("", await NamesAsync(code, "&area=YOU&kind=voluntary"));
        var first = (await registry.GetAsync($"{Of(code)}?limit=3")).As<Page<CommunityOrganisationView>>();
        var second = (await registry.GetAsync($"{Of(code)}?limit=3&cursor={first.Next}")).As<Page<CommunityOrganisationView>>();
        Assert.Equal((3, "Lag D", null), (first.Items.Count, Assert.Single(second.Items).Name, second.Next));
        (await registry.GetAsync($"{Of(code)}?area=XXX&kind=army")).MustName("area", "unknown_area");
        (await registry.GetAsync(Of("9998"))).MustBe(HttpStatusCode.NotFound, "municipality_not_found");
    }

    [Fact]
    public async Task A_name_stands_once_in_a_municipality_and_a_repeated_request_adds_nothing()
    {
        var (code, other) = ((await registry.RegisterMunicipalityAsync()).Code, (await registry.RegisterMunicipalityAsync()).Code);
        await AddAsync(code, Body());

        (await registry.SendAsync(HttpMethod.Post, Of(code), Body("TESTVIK RØDE KORS"))).MustBe(HttpStatusCode.Conflict, "community_organisation_exists");
        await AddAsync(other, Body());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{Of(other)}") { Content = Content(Body("Testvik skole")), Headers = { { "Idempotency-Key", "skole" } } };
        using var again = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{Of(other)}") { Content = Content(Body("Testvik skole")), Headers = { { "Idempotency-Key", "skole" } } };
        var (one, two) = (await Answer.OfAsync(await registry.Http.SendAsync(request)), await Answer.OfAsync(await registry.Http.SendAsync(again)));
        Assert.Equal(one.As<CommunityOrganisationView>().Id, two.As<CommunityOrganisationView>().Id);
    }

    [Fact]
    public async Task In_the_war_there_are_none_for_other_partners_and_elsewhere_others_only_read()
    {
        var (near, safe) = ((await registry.RegisterHromadaAsync("active_hostilities", "war_zone")).Code, (await registry.RegisterHromadaAsync()).Code);
        using var town = await registry.PartnerAsync(Scopes, near, safe);
        using var other = await registry.PartnerAsync(Scopes, (await registry.RegisterHromadaAsync()).Code);
        using var viewer = registry.HttpFor((await TestIssuer.GetAsync()).Staff(StaffRole.Viewer));
        var body = Body("Волонтери").With("organisationNumber", "\"12345678\"");
        var hidden = (await town.TryAsync(HttpMethod.Post, Of(near), body)).As<CommunityOrganisationView>();
        var shown = (await town.TryAsync(HttpMethod.Post, Of(safe), body)).As<CommunityOrganisationView>();

        Assert.Empty((await other.TryAsync(HttpMethod.Get, Of(near))).As<Page<CommunityOrganisationView>>().Items);
        (await other.TryAsync(HttpMethod.Get, $"community-organisations/{hidden.Id}")).MustBe(HttpStatusCode.NotFound, "community_organisation_not_found");
        Assert.Single((await other.TryAsync(HttpMethod.Get, Of(safe))).As<Page<CommunityOrganisationView>>().Items);
        foreach (var reader in new[] { town, viewer, registry.Http })
            Assert.Single((await reader.TryAsync(HttpMethod.Get, Of(near))).As<Page<CommunityOrganisationView>>().Items);
        foreach (var id in new[] { hidden.Id, shown.Id })
        {
            (await other.TryAsync(HttpMethod.Put, $"community-organisations/{id}", body, 1)).MustBe(HttpStatusCode.NotFound, "community_organisation_not_found");
            (await other.TryAsync(HttpMethod.Delete, $"community-organisations/{id}", null, 1)).MustBe(HttpStatusCode.NotFound, "community_organisation_not_found");
        }

        (await other.TryAsync(HttpMethod.Post, Of(safe), body)).MustBe(HttpStatusCode.NotFound, "municipality_not_found");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.TryAsync(HttpMethod.Post, Of(safe), body)).Status);
        var issuer = await TestIssuer.GetAsync();
        var request = new GetMunicipalityRequest { Code = near };
        Assert.Equal("12345678", Assert.Single((await registry.Grpc(issuer.Staff(StaffRole.Viewer)).GetMunicipalityAsync(request)).CommunityOrganisations).OrganisationNumber);
        Assert.Empty((await registry.Grpc(issuer.Partner(Guid.CreateVersion7(), AccessPolicies.RegistryRead)).GetMunicipalityAsync(request)).CommunityOrganisations);
    }

    [Theory]
    [InlineData("name", "\" a \"", "name", "too_short")]
    [InlineData("name", "\"Lag ved ola@example.org\"", "name", "contact_in_text")]
    [InlineData("kind", "\"army\"", "kind", "unknown_value")]
    [InlineData("kind", "null", "kind", "missing_field")]
    [InlineData("organisationNumber", "\"123456789\"", "organisationNumber", "wrong_check_digit")]
    [InlineData("organisationNumber", "\"12345678\"", "organisationNumber", "invalid_organisation_number")]
    [InlineData("areas", "[\"CIV\", \"XXX\"]", "areas[1]", "unknown_area")]
    [InlineData("areas", "[\"CIV\", \"CIV\"]", "areas", "stands_twice")]
    [InlineData("modes", "[\"training\", \"training\"]", "modes", "stands_twice")]
    [InlineData("texts.nb", "\"Ring Kari på 912 34 567\"", "texts.nb", "contact_in_text")]
    [InlineData("texts.nb", "\"Ring Kari, 91 23 45 67.\"", "texts.nb", "contact_in_text")]
    [InlineData("texts.nb", "\"Ring oss på telefon 99 88 77 66\"", "texts.nb", "contact_in_text")]
    [InlineData("website", "\"ftp://example.org\"", "website", "invalid_address")]
    [InlineData("website", "\"https://user:secret@example.org\"", "website", "invalid_address")]
    public async Task A_field_that_breaks_a_rule_is_named(string path, string json, string field, string code)
    {
        var municipality = (await registry.RegisterMunicipalityAsync()).Code;

        (await registry.SendAsync(HttpMethod.Post, Of(municipality), Body().With(path, json))).MustName(field, code);
    }

    [Fact]
    public async Task A_company_has_the_number_of_its_country()
    {
        var (norwegian, ukrainian) = ((await registry.RegisterMunicipalityAsync()).Code, (await registry.RegisterHromadaAsync()).Code);
        using var auc = registry.HttpFor((await TestIssuer.GetAsync()).Staff(StaffRole.AucCoordinator));

        (await registry.SendAsync(HttpMethod.Post, Of(norwegian), Body().With("kind", "\"business\"").With("organisationNumber", "null"))).MustName("organisationNumber", "missing_field");
        (await auc.TryAsync(HttpMethod.Post, Of(ukrainian), Body())).MustName("organisationNumber", "invalid_edrpou");
        (await auc.TryAsync(HttpMethod.Post, Of(ukrainian), Body().With("organisationNumber", "\"12345679\""))).MustName("organisationNumber", "wrong_check_digit");
        Assert.Equal(HttpStatusCode.Created, (await auc.TryAsync(HttpMethod.Post, Of(ukrainian), Body().With("organisationNumber", "\"32345671\"").With("kind", "\"business\""))).Status);
    }

    private static string Of(string code) => $"municipalities/{code}/community-organisations";

    private static StringContent Content(JsonObject body) => new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private async Task AddAsync(string code, JsonObject body) => (await registry.SendAsync(HttpMethod.Post, Of(code), body)).As<CommunityOrganisationView>();

    private async Task<string> NamesAsync(string code, string query) =>
        string.Concat((await registry.GetAsync($"{Of(code)}?limit=50{query}")).As<Page<CommunityOrganisationView>>().Items.Select(one => one.Name[^1]));

    private static JsonObject Body(string name = "Testvik Røde Kors") => JsonNode.Parse(
        $$"""
        {
          "name": "{{name}}", "kind": "voluntary", "organisationNumber": "123456785",
          "areas": ["CIV", "IDP"], "modes": ["training", "equipment"],
          "texts": { "nb": "Vi lærer opp frivillige." }, "website": "https://rodekors.example.org/testvik"
        }
        """)!.AsObject();
}

using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Profiles;
using Kommunebro.Tests.Registry.Initiatives;
using Association = Kommunebro.Registry.Profiles.Association;

namespace Kommunebro.Tests.Registry.Profiles;

public sealed class ProfileTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    private const string Scopes = $"{AccessPolicies.RegistryRead} {AccessPolicies.ProfilesWrite}";

    [Fact]
    public async Task A_municipality_that_has_said_nothing_has_a_profile_of_version_0_and_then_says_all_of_itself()
    {
        var code = (await registry.RegisterHromadaAsync()).Code;
        using var town = await registry.PartnerAsync(Scopes, code);

        var empty = await town.TryAsync(HttpMethod.Get, Path(code));
        Assert.Equal((0, "\"0\""), (empty.As<ProfileView>().Version, empty.ETag));
        var written = await town.TryAsync(HttpMethod.Put, $"{Path(code)}?lang=en", Body(), 0);

        var view = written.As<ProfileView>();
        Assert.Equal((1, "\"1\"", "A town on the river."), (view.Version, written.ETag, view.Text));
        Assert.Equal([GeographyTag.Steppe, GeographyTag.RiverBasin], view.Geography);
        Assert.Equal(["uk", "en"], view.WorkingLanguages);
        Assert.Equal((2, LegalHead.Elected, Association.Auc), (view.AdministrativeCapacity, view.Head, view.Association));
        Assert.Equal(new DisplacedPersonsView(3120, new DateOnly(2026, 1, 1), "Єдина інформаційна база даних про ВПО"), view.DisplacedPersons);
        Assert.Empty(view.Masked);
        Assert.Equal(1, (await town.TryAsync(HttpMethod.Put, Path(code), Body(), 1)).As<ProfileView>().Version);
        Assert.Equal(2, (await town.TryAsync(HttpMethod.Put, Path(code), new JsonObject(), 1)).As<ProfileView>().Version);
        Assert.Null((await town.TryAsync(HttpMethod.Get, Path(code))).As<ProfileView>().DisplacedPersons);
        Assert.Equal(2, await registry.Database.ScalarAsync<long>($"select count(*) from audit where action = 'profile.write' and subject_id = (select id::text from municipalities where code = '{code}')"));
    }

    [Fact]
    public async Task It_is_written_by_who_acts_for_it_and_by_coordinators_with_the_version_that_was_seen()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;
        using var other = await registry.PartnerAsync(Scopes, (await registry.RegisterMunicipalityAsync()).Code);
        using var reader = await registry.PartnerAsync(AccessPolicies.RegistryRead, code);
        using var viewer = registry.HttpFor((await TestIssuer.GetAsync()).Staff(StaffRole.Viewer));
        var body = new JsonObject { ["geography"] = new JsonArray("coast") };

        (await other.TryAsync(HttpMethod.Put, Path(code), body, 0)).MustBe(HttpStatusCode.NotFound, "municipality_not_found");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.TryAsync(HttpMethod.Put, Path(code), body, 0)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.TryAsync(HttpMethod.Put, Path(code), body, 0)).Status);
        (await registry.SendAsync(HttpMethod.Put, Path(code), body)).MustBe((HttpStatusCode)428, "version_required");
        (await registry.SendAsync(HttpMethod.Put, Path(code), body, 1)).MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch");
        Assert.Equal(1, (await registry.SendAsync(HttpMethod.Put, Path(code), body, 0)).As<ProfileView>().Version);
        (await registry.SendAsync(HttpMethod.Get, Path("9998"))).MustBe(HttpStatusCode.NotFound, "municipality_not_found");
    }

    [Fact]
    public async Task Staff_write_for_their_own_side()
    {
        var (hromada, supplier) = ((await registry.RegisterHromadaAsync()).Code, (await registry.RegisterMunicipalityAsync()).Code);
        using var auc = await AucAsync();

        (await registry.Http.TryAsync(HttpMethod.Put, Path(hromada), new JsonObject(), 0)).MustBe(HttpStatusCode.Forbidden, "own_side_only");
        (await auc.TryAsync(HttpMethod.Put, Path(supplier), new JsonObject(), 0)).MustBe(HttpStatusCode.Forbidden, "own_side_only");
        Assert.Equal(1, (await auc.TryAsync(HttpMethod.Put, Path(hromada), new JsonObject { ["geography"] = new JsonArray("steppe") }, 0)).As<ProfileView>().Version);
    }

    [Fact]
    public async Task Of_two_who_write_the_first_profile_at_once_one_hears_of_the_other()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(i =>
            registry.SendAsync(HttpMethod.Put, Path(code), new JsonObject { ["administrativeCapacity"] = i }, 0)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.MustBe(HttpStatusCode.PreconditionFailed, "version_mismatch"));
    }

    [Theory]
    [InlineData("none", "outside_war_zone", false)]
    [InlineData("possible_hostilities", "outside_war_zone", true)]
    [InlineData("none", "war_zone", true)]
    public async Task Other_partners_are_not_told_what_helps_an_attacker(string status, string category, bool masked)
    {
        var code = (await registry.RegisterHromadaAsync(status, category)).Code;
        using var town = await registry.PartnerAsync(Scopes, code);
        using var other = await registry.PartnerAsync(Scopes, (await registry.RegisterHromadaAsync()).Code);
        using var viewer = registry.HttpFor((await TestIssuer.GetAsync()).Staff(StaffRole.Viewer));
        await town.TryAsync(HttpMethod.Put, Path(code), Body(), 0);

        var told = await other.TryAsync(HttpMethod.Get, Path(code));
        var view = told.As<ProfileView>();

        Assert.Equal(masked ? ["text", "texts", "administrativeCapacity", "head", "displacedPersons"] : [], view.Masked);
        foreach (var secret in new[] { "3120", "elected", "A town on the river." })
            Assert.Equal(!masked, told.Body.Contains(secret, StringComparison.Ordinal));
        Assert.Equal(masked, view.AdministrativeCapacity is null);
        Assert.Equal([GeographyTag.Steppe, GeographyTag.RiverBasin], view.Geography);
        foreach (var reader in new[] { town, viewer, registry.Http })
            Assert.Equal(3120, (await reader.TryAsync(HttpMethod.Get, Path(code))).As<ProfileView>().DisplacedPersons?.Count);
    }

    [Theory]
    [InlineData("texts.en", "\"Write to kari@example.org.\"", "texts.en", "contact_in_text")]
    [InlineData("texts.uk", "\"Телефон: +380 44 123 45 67\"", "texts.uk", "contact_in_text")]
    [InlineData("texts.nb", "\"a\\u0000b\"", "texts.nb", "control_characters")]
    [InlineData("geography", "[\"moon\"]", "geography[0]", "unknown_value")]
    [InlineData("geography", "[\"coast\", \"coast\"]", "geography", "stands_twice")]
    [InlineData("workingLanguages", "[\"ua\"]", "workingLanguages[0]", "unknown_language")]
    [InlineData("workingLanguages", "[\"uk\", \"uk\"]", "workingLanguages", "stands_twice")]
    [InlineData("workingLanguages", "[\"uk\",\"en\",\"nb\",\"nn\",\"de\",\"fr\",\"pl\",\"sv\",\"da\"]", "workingLanguages", "out_of_range")]
    [InlineData("administrativeCapacity", "0", "administrativeCapacity", "out_of_range")]
    [InlineData("administrativeCapacity", "6", "administrativeCapacity", "out_of_range")]
    [InlineData("association", "\"ks\"", "association", "of_other_country")]
    [InlineData("association", "\"eu\"", "association", "unknown_value")]
    [InlineData("head", "\"king\"", "head", "unknown_value")]
    [InlineData("displacedPersons.count", "-1", "displacedPersons.count", "out_of_range")]
    [InlineData("displacedPersons.on", "\"2199-01-01\"", "displacedPersons.on", "out_of_range")]
    [InlineData("displacedPersons.on", "\"2014-03-31\"", "displacedPersons.on", "out_of_range")]
    [InlineData("displacedPersons.source", "\" \"", "displacedPersons.source", "too_short")]
    public async Task A_field_that_breaks_a_rule_is_named(string path, string json, string field, string code)
    {
        var hromada = (await registry.RegisterHromadaAsync()).Code;
        using var auc = await AucAsync();

        (await auc.TryAsync(HttpMethod.Put, Path(hromada), Body().With(path, json), 0)).MustName(field, code);

        Assert.Equal(0, (await registry.GetAsync(Path(hromada))).As<ProfileView>().Version);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_what_is_of_hromadas_is_not_said_of_norway()
    {
        var code = (await registry.RegisterMunicipalityAsync()).Code;

        var answer = await registry.SendAsync(HttpMethod.Put, Path(code), Body(), 0);

        answer.MustBe(HttpStatusCode.BadRequest, "invalid_fields");
        Assert.Equal([("association", "of_other_country"), ("head", "only_for_hromadas"), ("displacedPersons", "only_for_hromadas")], answer.Faults);
    }

    [Fact]
    public async Task Staffs_page_shows_it_with_what_registers_say_of_website_and_centre()
    {
        var code = (await registry.RegisterHromadaAsync("occupied", "war_zone")).Code;
        using var auc = await AucAsync();
        await auc.TryAsync(HttpMethod.Put, Path(code), Body(), 0);
        var file = new StringContent($"katottg,website,admin_centre\n{code},https://hromada.example.org,Testiv\n");
        await registry.SendAsync(HttpMethod.Put, "imports/attributes?file=attributes.csv", file);
        var issuer = await TestIssuer.GetAsync();

        var staff = await registry.Grpc(issuer.Staff(StaffRole.Viewer)).GetMunicipalityAsync(new GetMunicipalityRequest { Code = code });
        var partner = await registry.Grpc(issuer.Partner(Guid.CreateVersion7(), AccessPolicies.RegistryRead)).GetMunicipalityAsync(new GetMunicipalityRequest { Code = code });

        Assert.Equal(
            (2, "elected", 3120, "2026-01-01", "https://hromada.example.org", "Testiv"),
            (staff.Profile.AdministrativeCapacity, staff.Profile.Head, staff.Profile.DisplacedPersons, staff.Profile.DisplacedPersonsOn, staff.Profile.Website, staff.Profile.AdministrativeCentre));
        Assert.Null(partner.Profile);
        Assert.Equal(new RegisteredValue("Testiv", (await registry.GetAsync(Path(code))).As<ProfileView>().AdministrativeCentre!.AsOf, "attributes"), (await registry.GetAsync(Path(code))).As<ProfileView>().AdministrativeCentre);
    }

    private async Task<HttpClient> AucAsync() => registry.HttpFor((await TestIssuer.GetAsync()).Staff(StaffRole.AucCoordinator));

    private static string Path(string code) => $"municipalities/{code}/profile";

    private static JsonObject Body() => JsonNode.Parse(
        """
        {
          "texts": { "uk": "Місто над річкою.", "en": "A town on the river." },
          "geography": ["steppe", "river_basin"], "workingLanguages": ["uk", "en"],
          "administrativeCapacity": 2, "association": "auc", "head": "elected",
          "displacedPersons": { "count": 3120, "on": "2026-01-01", "source": "Єдина інформаційна база даних про ВПО" }
        }
        """)!.AsObject();
}

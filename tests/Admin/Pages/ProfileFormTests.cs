using System.Net;
using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;
using LocalizedText = Kommunebro.Contracts.Registry.V1.LocalizedText;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>What a municipality says of itself is written without script, each side for its own.</summary>
public sealed class ProfileFormTests() : StaffPages(StaffRole.AucCoordinator)
{
    private const string Hromada = $"municipalities/{Samples.HromadaCode}";
    private const string Address = $"{Hromada}/profile";

    [Fact]
    public async Task From_a_hromadas_page_it_is_written_anew_and_what_is_not_touched_stays()
    {
        var hromada = await Staff.GetAsync(Hromada);
        var page = await Staff.GetAsync(Address);
        var saved = await Staff.SubmitAsync(
            page, "profile", ("texts.en", "A city by a river."), ("geography", ",urban,river_basin"), ("administrativeCapacity", "2"), ("head", "military_administration"));

        Assert.Contains($"href=\"{Address}\"", hromada.Html, StringComparison.Ordinal);
        Assert.Contains("Change the description", hromada.Text, StringComparison.Ordinal);
        Assert.Equal("About Vinnytsia – Kommunebro", page.Title);
        var request = Assert.Single(Server.Heard.Of<WriteProfileRequest>());
        var expected = ProfileSamples.OfHromada;
        (expected.Version, expected.Texts.En, expected.AdministrativeCapacity, expected.Head) = (0, "A city by a river.", 2, "military_administration");
        expected.Geography.Add("river_basin");
        Assert.Equal((Samples.HromadaCode, 2L, expected), (request.MunicipalityCode, request.Version, request.Profile));
        Assert.Contains("The description is saved.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_emptied_is_no_longer_said()
    {
        await Staff.SubmitAsync(
            await Staff.GetAsync(Address), "profile", ("texts.uk", ""), ("texts.en", ""), ("geography", ""), ("workingLanguages", ""), ("association", ""), ("head", ""),
            ("displacedPersons.count", ""), ("displacedPersons.on", ""), ("displacedPersons.source", ""));

        Assert.Equal(new Profile { Texts = new LocalizedText() }, Assert.Single(Server.Heard.Of<WriteProfileRequest>()).Profile);
    }

    [Fact]
    public async Task Who_comes_second_sees_the_others_values_beside_the_own_and_goes_on()
    {
        var page = await Staff.GetAsync(Address);
        var second = await Staff.SubmitAsync(page, "profile", ("version", "1"), ("texts.en", "A city by a river."), ("displacedPersons.count", "3000"), ("association", ""));

        Assert.Contains("Somebody else changed this while you wrote", second.Text, StringComparison.Ordinal);
        foreach (var (label, theirs, mine) in new[]
        {
            ("Text in English", "A city on the Southern Buh.", "A city by a river."), ("Member of", "AUC", "–"),
            ("Registered internally displaced persons", "3,120, 2026-01-01, Єдина інформаційна база даних про ВПО", "3,000, 2026-01-01, Єдина інформаційна база даних про ВПО"),
        })
            Assert.Contains(
                $"<tr><th scope=\"row\">{label}</th><td class=\"kb-words\">{theirs}</td><td class=\"kb-words\">{mine}</td></tr>", WebUtility.HtmlDecode(second.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<th scope=\"row\">Headed by</th>", second.Html, StringComparison.Ordinal);
        Assert.Equal(("2", "A city by a river."), (second.FieldsOf("profile")["version"], second.FieldsOf("profile")["texts.en"]));
        Assert.False(second.FieldsOf("profile").ContainsKey("association"));

        var saved = await Staff.SubmitAsync(second, "profile");

        Assert.Equal("A city by a river.", Server.Heard.Of<WriteProfileRequest>()[^1].Profile.Texts.En);
        Assert.Contains("The description is saved.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_stands_at_its_field_in_the_readers_language_and_what_was_written_stays()
    {
        Server.Heard.Refuse<WriteProfileRequest>(Refusals.Of(
            Code.InvalidArgument, "invalid_fields", ("texts.uk", "contact_in_text", "A number."), ("workingLanguages[0]", "unknown_language", "Unknown."), ("displacedPersons.on", "out_of_range", "No.")));

        var refused = await Staff.SubmitAsync(await Staff.GetAsync(Address), "profile", ("texts.uk", "Телефонуйте +380 44 123 45 67"));

        Assert.StartsWith("Error: ", refused.Title, StringComparison.Ordinal);
        foreach (var field in new[] { "texts.uk", "workingLanguages", "displacedPersons.on" })
            Assert.Contains($"#profile-{field}\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("The text has a phone number or an e-mail address.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(("Телефонуйте +380 44 123 45 67", "2"), (refused.FieldsOf("profile")["texts.uk"], refused.FieldsOf("profile")["version"]));
    }

    [Fact]
    public async Task Displaced_persons_need_number_day_and_source()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync(Address), "profile", ("displacedPersons.count", "many"), ("displacedPersons.on", ""), ("displacedPersons.source", ""));

        Assert.Empty(Server.Heard.Of<WriteProfileRequest>());
        foreach (var field in new[] { "displacedPersons.count", "displacedPersons.on", "displacedPersons.source" })
            Assert.Contains($"#profile-{field}\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_side_writes_its_own_and_nobody_is_led_where_the_other_writes()
    {
        using var ks = await Server.StaffAsync(StaffRole.KsCoordinator);
        using var viewer = await Server.StaffAsync(StaffRole.Viewer);

        foreach (var (person, own, others) in new[] { (Staff, Hromada, "municipalities/3301"), (ks, "municipalities/3301", Hromada) })
        {
            Assert.Contains($"{own}/profile", (await person.GetAsync(own)).Html, StringComparison.Ordinal);
            Assert.DoesNotContain($"{others}/profile", (await person.GetAsync(others)).Html, StringComparison.Ordinal);
            (await person.GetAsync($"{own}/profile")).Expect(HttpStatusCode.OK);
            Assert.Contains("Ask a coordinator of the other side", (await person.GetAsync($"{others}/profile")).Expect(HttpStatusCode.Forbidden).Text, StringComparison.Ordinal);
        }

        (await viewer.GetAsync(Address)).Expect(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("/profile", (await viewer.GetAsync(Hromada)).Html, StringComparison.Ordinal);
        var norwegian = await ks.GetAsync("municipalities/3301/profile");
        Assert.All((string[])["head", "displacedPersons.count"], field => Assert.False(norwegian.FieldsOf("profile").ContainsKey(field)));
        (await Staff.GetAsync("municipalities/9999/profile")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_other_sides_no_reaches_who_sends_it_all_the_same()
    {
        Server.Heard.Refuse<WriteProfileRequest>(Refusals.Of(Code.PermissionDenied, "own_side_only"));

        var page = await Staff.SubmitAsync(await Staff.GetAsync(Address), "profile");

        Assert.Contains("KS writes for Norwegian municipalities, AUC for hromadas.", page.Text, StringComparison.Ordinal);
    }
}

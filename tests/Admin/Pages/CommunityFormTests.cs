using System.Net;
using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;
using LocalizedText = Kommunebro.Contracts.Registry.V1.LocalizedText;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Who in a community can help is taken down, revised and taken out, without script, each side for its own.</summary>
public sealed class CommunityFormTests() : StaffPages(StaffRole.KsCoordinator)
{
    private const string Municipality = "municipalities/3301";
    private const string All = $"{Municipality}/community-organisations";
    private const string One = $"{All}/{ProfileSamples.BandId}";

    [Fact]
    public async Task From_a_municipalitys_page_one_is_added_and_a_second_click_adds_no_second()
    {
        var municipality = await Staff.GetAsync(Municipality);
        var page = await Staff.GetAsync($"{All}/new");
        var added = await Staff.SubmitAsync(
            page, "community", ("name", "Drammen Røde Kors"), ("kind", "voluntary"), ("organisationNumber", "123456785"), ("areas", ",WAT,SCH"), ("modes", ",training"),
            ("texts.nb", "Førstehjelp"), ("website", "https://rodekors.example"));
        await Staff.SubmitAsync(page, "community", ("name", "Drammen Røde Kors"), ("kind", "voluntary"));

        Assert.Contains($"href=\"{All}/new\"", municipality.Html, StringComparison.Ordinal);
        var requests = Server.Heard.Of<KeepCommunityOrganisationRequest>();
        Assert.Equal(
            new CommunityOrganisation
            {
                Name = "Drammen Røde Kors", Kind = "voluntary", OrganisationNumber = "123456785", AreaCodes = { "WAT", "SCH" }, Modes = { "training" },
                Texts = new LocalizedText { Nb = "Førstehjelp" }, Website = "https://rodekors.example",
            },
            requests[0].Organisation);
        Assert.Equal("3301", requests[0].MunicipalityCode);
        Assert.True(Guid.TryParse(Assert.Single(requests.Select(request => request.ChosenId).Distinct()), out _));
        Assert.Contains("The organisation is added.", added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_says_all_anew_and_what_is_not_touched_stays()
    {
        var municipality = await Staff.GetAsync(Municipality);
        var saved = await Staff.SubmitAsync(await Staff.GetAsync(One), "community", ("website", ""));

        Assert.Contains($"href=\"{One}\"", municipality.Html, StringComparison.Ordinal);
        var request = Assert.Single(Server.Heard.Of<KeepCommunityOrganisationRequest>());
        var expected = ProfileSamples.Band;
        (expected.Version, expected.Website) = (0, "");
        Assert.Equal((2L, "", expected), (request.Version, request.ChosenId, request.Organisation));
        Assert.Contains("The changes in the local community are saved.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_sees_the_others_values_beside_the_own_and_goes_on()
    {
        var second = await Staff.SubmitAsync(await Staff.GetAsync(One), "community", ("version", "1"), ("kind", "school"), ("areas", ",WAT"));

        foreach (var (label, theirs, mine) in new[] { ("Kind", "Voluntary organisation", "School or kindergarten"), ("Areas", "Schools", "Water supply") })
            Assert.Contains(
                $"<tr><th scope=\"row\">{label}</th><td class=\"kb-words\">{theirs}</td><td class=\"kb-words\">{mine}</td></tr>", WebUtility.HtmlDecode(second.Html), StringComparison.Ordinal);
        await Staff.SubmitAsync(second, "community");
        Assert.Equal((2L, "school"), Server.Heard.Of<KeepCommunityOrganisationRequest>()[^1] is var sent ? (sent.Version, sent.Organisation.Kind) : default);
    }

    [Fact]
    public async Task What_is_missing_and_what_is_refused_stands_at_its_field()
    {
        var page = await Staff.GetAsync($"{All}/new");
        var lacking = await Staff.SubmitAsync(page, "community");
        Assert.Empty(Server.Heard.Of<KeepCommunityOrganisationRequest>());
        Server.Heard.Refuse<KeepCommunityOrganisationRequest>(Refusals.Of(
            Code.InvalidArgument, "invalid_fields", ("name", "community_organisation_exists", "Exists."), ("organisationNumber", "wrong_check_digit", "Wrong."), ("areas[0]", "unknown_area", "Unknown.")));
        var refused = await Staff.SubmitAsync(page, "community", ("name", "Strømsø skolekorps"), ("kind", "business"), ("organisationNumber", "123456789"), ("areas", ",WAT"));

        foreach (var field in new[] { "name", "kind" })
            Assert.Contains($"#community-{field}\"", lacking.Html, StringComparison.Ordinal);
        foreach (var field in new[] { "name", "organisationNumber", "areas" })
            Assert.Contains($"#community-{field}\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("The name stands in the local community already.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("123456789", refused.FieldsOf("community")["organisationNumber"]);
    }

    [Fact]
    public async Task Taking_one_out_names_it_and_is_confirmed_and_who_comes_second_is_told()
    {
        var municipality = await Staff.GetAsync(Municipality);
        var page = await Staff.GetAsync($"{One}/remove");
        Assert.Empty(Server.Heard.Of<RemoveCommunityOrganisationRequest>());
        var second = await Staff.SubmitAsync(page, "remove", ("version", "1"));
        var removed = await Staff.SubmitAsync(second, "remove");

        Assert.Contains($"href=\"{One}/remove\" aria-label=\"Take away Str&#xF8;ms&#xF8; skolekorps\"", municipality.Html, StringComparison.Ordinal);
        Assert.Contains("Take away Strømsø skolekorps?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody else changed this meanwhile", second.Text, StringComparison.Ordinal);
        Assert.Equal((ProfileSamples.BandId, 2L), Server.Heard.Of<RemoveCommunityOrganisationRequest>()[^1] is var sent ? (sent.CommunityOrganisationId, sent.Version) : default);
        Assert.Contains("The organisation is taken out of the register.", removed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_side_writes_its_own_and_nobody_is_led_where_the_other_writes()
    {
        var others = $"municipalities/{Samples.HromadaCode}/community-organisations";
        using var auc = await Server.StaffAsync(StaffRole.AucCoordinator);

        Assert.DoesNotContain(others, (await Staff.GetAsync($"municipalities/{Samples.HromadaCode}")).Html, StringComparison.Ordinal);
        foreach (var address in new[] { $"{others}/new", $"{others}/{ProfileSamples.VolunteersId}", $"{others}/{ProfileSamples.VolunteersId}/remove" })
        {
            Assert.Contains("The other side writes this", (await Staff.GetAsync(address)).Expect(HttpStatusCode.Forbidden).Title, StringComparison.Ordinal);
            (await auc.GetAsync(address)).Expect(HttpStatusCode.OK);
        }

        // One of another municipality is none of this one's.
        (await Staff.GetAsync($"{All}/{ProfileSamples.VolunteersId}")).Expect(HttpStatusCode.NotFound);
    }
}

using System.Net;
using Google.Rpc;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Offers are written, revised and looked after, without script.</summary>
public sealed class OfferFormsTests() : StaffPages(StaffRole.KsCoordinator)
{
    private static readonly string Revise = $"offers/{RegisterSamples.OfferId}/revise";

    [Fact]
    public async Task An_expression_of_interest_becomes_an_offer_with_its_text_beside()
    {
        var municipality = await Staff.GetAsync("municipalities/3301");
        var page = await Staff.GetAsync($"offers/new?municipality=3301&interest={RegisterSamples.InterestId}");
        var kept = await Staff.SubmitAsync(
            page, "offer", ("act", "draft"), ("areas[0].area", "WAT"), ("areas[0].level", "3"), ("areas[0].modes", ",training,mentoring"), ("areas[0].personDays", "30"),
            ("terms", ",long"), ("maxPartnerships", "2"), ("travel", "none"), ("capacityBand", "small"), ("text.nb", "Vann"));

        Assert.Contains($"offers/new?municipality=3301&amp;interest={RegisterSamples.InterestId}", municipality.Html, StringComparison.Ordinal);
        Assert.Contains("Write an offer for Drammen", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vi vil gjerne bidra med vann.", page.Text, StringComparison.Ordinal);
        var request = Assert.Single(Server.Heard.Of<KeepOfferRequest>());
        Assert.Equal(("", true, "3301", RegisterSamples.InterestId), (request.OfferId, request.Draft, request.MunicipalityCode, request.Content.ExpressionOfInterestId));
        var area = Assert.Single(request.Content.Areas);
        Assert.Equal(("WAT", 3, "training,mentoring", 30), (area.AreaCode, area.Level, string.Join(',', area.Modes), area.PersonDays));
        Assert.Equal(("small", "en,nb", 2), (request.Content.CapacityBand, string.Join(',', request.Content.Languages), request.Content.MaxPartnerships));
        Assert.False(request.Content.HasPersonDays);
        Assert.Contains("The draft is kept.", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_says_all_anew_and_what_is_not_touched_stays()
    {
        var page = await Staff.GetAsync(Revise);
        var saved = await Staff.SubmitAsync(page, "offer", ("areas[1].remove", "true"), ("personDays", "90"));

        var request = Assert.Single(Server.Heard.Of<KeepOfferRequest>());
        Assert.Equal((RegisterSamples.OfferId, 3L, 90), (request.OfferId, request.Version, request.Content.PersonDays));
        var (kept, sent) = (RegisterSamples.Offer.Content, request.Content);
        kept.Areas.RemoveAt(1);
        kept.PersonDays = 90;
        // As the form has them, whose order means nothing.
        (kept.Languages[0], kept.Languages[1]) = ("en", "nb");
        Assert.Equal(kept, sent);
        Assert.Contains("The offer is saved.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_sees_the_others_values_beside_the_own_and_goes_on()
    {
        var page = await Staff.GetAsync(Revise);
        var second = await Staff.SubmitAsync(
            page, "offer", ("version", "2"), ("personDays", "90"), ("areas[0].level", "4"), ("areas[1].remove", "true"), ("text.nb", "Vi kan vann."));

        Assert.Contains("Somebody else changed this while you wrote", second.Text, StringComparison.Ordinal);
        foreach (var (label, theirs, mine) in new[]
        {
            ("Person-days a year in total", "120 person-days", "90 person-days"), ("Text in Norwegian", "Vi har drevet vannverk siden 1866.", "Vi kan vann."),
            ("Water supply", "Strong; remote advice, expert visit; 40 person-days", "National front-runner; remote advice, expert visit; 40 person-days"),
            ("Schools", "Experienced; hosting a study visit", "–"),
        })
            Assert.Contains(
                $"<tr><th scope=\"row\">{label}</th><td class=\"kb-words\">{theirs}</td><td class=\"kb-words\">{mine}</td></tr>", WebUtility.HtmlDecode(second.Html), StringComparison.Ordinal);
        Assert.Equal(("3", "90", "Vi kan vann."), (second.FieldsOf("offer")["version"], second.FieldsOf("offer")["personDays"], second.FieldsOf("offer")["text.nb"]));

        var saved = await Staff.SubmitAsync(second, "offer");

        Assert.Equal(90, Server.Heard.Of<KeepOfferRequest>()[^1].Content.PersonDays);
        Assert.Contains("The offer is saved.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_stands_at_its_row_also_when_rows_before_it_are_empty()
    {
        Server.Heard.Refuse<KeepOfferRequest>(Refusals.Of(
            Code.InvalidArgument, "invalid_fields", ("areas[1].personDays", "above_total", "Too many."), ("languages[0]", "unknown_language", "Unknown."), ("capacityBand", "capacity_twice", "Twice.")));
        var page = await Staff.SubmitAsync(await Staff.GetAsync(Revise), "offer", ("act", "more"));
        Assert.Empty(Server.Heard.Of<KeepOfferRequest>());
        Assert.Contains("Area 5", page.Text, StringComparison.Ordinal);

        var refused = await Staff.SubmitAsync(
            page, "offer", ("act", ""), ("areas[1].remove", "true"), ("areas[4].area", "SCH"), ("areas[4].level", "1"), ("areas[4].modes", "training"), ("areas[4].personDays", "500"));

        Assert.StartsWith("Error: ", refused.Title, StringComparison.Ordinal);
        foreach (var field in new[] { "areas[4].personDays", "languages", "capacityBand" })
            Assert.Contains($"#offer-{field}\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("An area cannot have more person-days than all areas together.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_without_level_or_form_of_help_reaches_nobody()
    {
        var page = await Staff.SubmitAsync(await Staff.GetAsync("offers/new?municipality=3301"), "offer", ("areas[1].area", "WAT"), ("maxPartnerships", "many"), ("travel", "none"));

        Assert.Empty(Server.Heard.Of<KeepOfferRequest>());
        foreach (var field in new[] { "areas[1].level", "areas[1].modes", "maxPartnerships" })
            Assert.Contains($"#offer-{field}\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("confirm", "The offer is confirmed.")]
    [InlineData("pause", "The offer rests.")]
    [InlineData("withdraw", "The offer is withdrawn.")]
    public async Task A_step_is_taken_with_the_version_that_was_seen(string step, string told)
    {
        var page = await Staff.GetAsync($"offers/{RegisterSamples.OfferId}");
        var after = await Staff.SubmitAsync(page, step, ("reason", "Budget"));

        var request = Assert.Single(Server.Heard.Of<TakeOfferStepRequest>());
        Assert.Equal((RegisterSamples.OfferId, 3L, step, "Budget"), (request.OfferId, request.Version, request.Step, request.Reason));
        Assert.Contains(told, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rest_needs_a_reason_and_who_comes_second_is_told()
    {
        var page = await Staff.GetAsync($"offers/{RegisterSamples.OfferId}");
        Assert.Contains("#pause-reason", (await Staff.SubmitAsync(page, "pause")).Html, StringComparison.Ordinal);
        Assert.Empty(Server.Heard.Of<TakeOfferStepRequest>());

        var second = await Staff.SubmitAsync(page, "pause", ("version", "1"), ("reason", "Budget"));

        Assert.Contains("Somebody else changed this meanwhile", second.Text, StringComparison.Ordinal);
        Assert.Equal(("3", "Budget"), (second.FieldsOf("pause")["version"], second.FieldsOf("pause")["reason"]));
    }

    [Fact]
    public async Task The_list_is_filtered_by_what_is_due_and_tells_whom_to_call()
    {
        var page = await Staff.GetAsync("offers?due=true&status=available&area=WAT&sort=-confirm_by&page=2&size=50");

        var request = Assert.Single(Server.Heard.Of<FindOffersRequest>());
        Assert.Equal((true, "available", "WAT", "-confirm_by", 2, 50), (request.ConfirmationDue, request.Status, request.AreaCode, request.Sort, request.Page, request.PageSize));
        Assert.Contains($"href=\"offers/{RegisterSamples.OfferId}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Remove the filter Due for confirmation", page.Html, StringComparison.Ordinal);
        Assert.Contains("No hits", (await Staff.GetAsync("offers?status=withdrawn")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_may_not_write_offers_reads_them()
    {
        using var viewer = await Server.StaffAsync(StaffRole.Viewer);

        foreach (var address in new[] { "offers/new", Revise })
            (await viewer.GetAsync(address)).Expect(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("offers/new", (await viewer.GetAsync("offers")).Html, StringComparison.Ordinal);
        (await Staff.GetAsync($"offers/{Samples.NeedId}")).Expect(HttpStatusCode.NotFound);
    }
}

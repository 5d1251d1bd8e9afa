using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Offers;

public sealed class FindOffersTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task Pages_lose_and_repeat_nothing_while_offers_are_added_and_keep_their_areas()
    {
        var before = new HashSet<Guid>();
        for (var i = 0; i < 11; i++)
            before.Add((await registry.SubmitOfferAsync()).Id);

        var seen = new List<OfferView>();
        string? cursor = null;
        for (var pages = 0; pages < 6; pages++)
        {
            var page = (await registry.GetAsync($"offers?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}")).As<Page<OfferView>>();
            seen.AddRange(page.Items);
            await registry.SubmitOfferAsync();
            if ((cursor = page.Next) is null)
                break;
        }

        Assert.Equal(seen.Count, seen.DistinctBy(offer => offer.Id).Count());
        Assert.Superset(before, seen.Select(offer => offer.Id).ToHashSet());
        Assert.All(seen, offer => Assert.NotEmpty(offer.Areas));
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        var first = await registry.WithdrawOfferAsync(await registry.SubmitOfferAsync());
        var second = await registry.SubmitOfferAsync(first.Municipality);
        var third = (await registry.SendAsync(
            HttpMethod.Post, "offers",
            Bodies.Offer((await registry.RegisterMunicipalityAsync()).Code).With("areas[0].area", "\"CYB\""))).As<OfferView>();

        Assert.Equal([first.Id, second.Id], await FoundAsync($"municipality={first.Municipality}"));
        Assert.Equal([second.Id], await FoundAsync($"municipality={first.Municipality}&status=available"));
        Assert.Equal([first.Id], await FoundAsync($"municipality={first.Municipality}&status=withdrawn&area=HEA-D"));
        Assert.Equal([third.Id], await FoundAsync("area=CYB"));
        Assert.Equal(2, (await registry.GetAsync("offers?area=CYB")).As<Page<OfferView>>().Items[0].Areas.Count);
    }

    [Theory]
    [InlineData("municipality=9999", "municipality", "unknown_municipality")]
    [InlineData("area=XYZ", "area", "unknown_area")]
    [InlineData("status=gone", "status", "unknown_value")]
    [InlineData("limit=-1", "limit", "out_of_range")]
    [InlineData("cursor=WyJiIl0", "cursor", "invalid_cursor")]
    public async Task A_question_that_cannot_be_understood_is_refused(string query, string field, string code) =>
        (await registry.GetAsync($"offers?{query}")).MustBe(HttpStatusCode.BadRequest, code).MustName(field, code);

    [Theory]
    [InlineData("offers/01999999-9999-7999-8999-999999999999", "offer_not_found")]
    [InlineData("offers/nonsense", "not_found")]
    public async Task What_is_not_there_is_not_found(string path, string code) =>
        (await registry.SendAsync(HttpMethod.Get, path, (JsonNode?)null)).MustBe(HttpStatusCode.NotFound, code);

    private async Task<IReadOnlyList<Guid>> FoundAsync(string query) =>
        [.. (await registry.GetAsync($"offers?{query}")).As<Page<OfferView>>().Items.Select(offer => offer.Id)];
}

using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Registry.Initiatives;

namespace Kommunebro.Tests.Registry.Municipalities;

/// <summary>By offer, territory and who helps; nobody finds by a filter what is masked.</summary>
public sealed class MunicipalityFiltersTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task Suppliers_are_found_by_one_available_offer_that_has_area_level_and_free_capacity()
    {
        // Bodies.Offer: WAT at level 3, HEA-D at level 1, 60 person-days, two partnerships.
        var (free, full, band, withdrawn) = (await SupplierAsync(), await SupplierAsync(), await SupplierAsync("personDays"), await SupplierAsync());
        foreach (var one in new[] { free, full, band })
            await registry.SendAsync(HttpMethod.Post, "offers", one.Offer);
        await registry.WithdrawOfferAsync((await registry.SendAsync(HttpMethod.Post, "offers", withdrawn.Offer)).As<OfferView>());
        await HearAsync(free.Place, personDays: 59, partnerships: 1);
        await HearAsync(full.Place, personDays: 60, partnerships: 1);

        await FindsAsync("area=WAT", free, full, band);
        await FindsAsync("area=WAT&minLevel=3", free, full, band);
        await FindsAsync("area=WAT&minLevel=4");
        await FindsAsync("area=HEA-D&minLevel=2");
        await FindsAsync("minLevel=3", free, full, band);
        await FindsAsync("area=SCH");
        await FindsAsync("freeCapacity=true", free, band);
        await FindsAsync("freeCapacity=false", full);
        await FindsAsync("area=WAT&minLevel=3&freeCapacity=false", full);
        await HearAsync(band.Place, personDays: 500, partnerships: 2);
        await FindsAsync("freeCapacity=true", free);

        async Task FindsAsync(string query, params (MunicipalityView Place, JsonObject Offer)[] expected) =>
            Assert.Equal(expected.Select(one => one.Place.Code).Order(), (await FoundAsync(registry.Http, $"q=Filterfjord&{query}")).Order());
    }

    [Fact]
    public async Task Hromadas_are_found_by_their_status_which_everybody_is_told()
    {
        var (occupied, safe) = ((await registry.RegisterHromadaAsync("occupied")).Code, (await registry.RegisterHromadaAsync()).Code);
        using var stranger = await registry.PartnerAsync(AccessPolicies.RegistryRead);

        foreach (var reader in new[] { stranger, registry.Http })
        {
            Assert.Equal([occupied], await FoundAsync(reader, $"q={occupied}&status=occupied"));
            Assert.Empty(await FoundAsync(reader, $"q={safe}&status=occupied"));
            Assert.Equal([safe], await FoundAsync(reader, $"q={safe}&status=none"));
        }
    }

    [Fact]
    public async Task Hromadas_are_found_by_who_helps_as_far_as_the_reader_sees_it()
    {
        var (open, near) = (await registry.RecordForAsync("none", "outside_war_zone"), await registry.RecordForAsync("active_hostilities", "war_zone"));
        var restricted = await registry.RecordForAsync("none", "outside_war_zone", "restricted");
        using var stranger = await registry.PartnerAsync(Callers.Scopes);
        using var town = await registry.PartnerAsync(Callers.Scopes, near.Hromada!.Code!);
        using var reader = await registry.PartnerAsync(AccessPolicies.RegistryRead);

        foreach (var (recorded, seenByStranger) in new[] { (open, true), (near, false), (restricted, false) })
        {
            string[] codes = [recorded.Hromada!.Code!];
            foreach (var query in new[] { $"partner={recorded.Partner!.Code}", $"q={codes[0]}&programme=bilateral" })
            {
                Assert.Equal(codes, await FoundAsync(registry.Http, query));
                Assert.Equal(seenByStranger ? codes : [], await FoundAsync(stranger, query));
            }
        }

        Assert.Equal([near.Hromada.Code!], await FoundAsync(town, $"partner={near.Partner!.Code}"));
        Assert.Empty(await FoundAsync(registry.Http, $"partner={open.Partner!.Code}&programme=skew"));
        (await reader.TryAsync(HttpMethod.Get, $"municipalities?partner={open.Partner.Code}")).MustBe(HttpStatusCode.Forbidden, "initiatives_not_read");
        (await reader.TryAsync(HttpMethod.Get, "municipalities/export?programme=skew")).MustBe(HttpStatusCode.Forbidden, "initiatives_not_read");
        await registry.Http.TryAsync(HttpMethod.Post, $"initiatives/{open.Id}/end", null, 1);
        Assert.Empty(await FoundAsync(registry.Http, $"partner={open.Partner.Code}"));
    }

    [Fact]
    public async Task The_list_comes_in_the_order_of_the_readers_alphabet_page_by_page()
    {
        foreach (var (nb, uk) in new[] { ("Ås-Sorterby", "Ґаздівська"), ("Ærø-Sorterby", "Гаврилівська"), ("Zakarov-Sorterby", "Дністровська"), ("Øre-Sorterby", "Єлизаветівська"), ("Alta-Sorterby", "Вапнярська") })
            await registry.PutMunicipalityAsync(Bodies.Hromada(Bodies.NextKatottg()).With("names", $$"""{ "nb": "{{nb}}", "uk": "{{uk}}" }"""));

        Assert.Equal("Alta Zakarov Ærø Øre Ås", await OrderAsync("nb", view => view.Names.Nb!.Split('-')[0]));
        Assert.Equal("Вапнярська Гаврилівська Ґаздівська Дністровська Єлизаветівська", await OrderAsync("uk", view => view.Names.Uk!));
        var norwegian = (await registry.GetAsync("municipalities?q=Sorterby&limit=2&sort=name&lang=nb")).As<Page<MunicipalityView>>().Next;
        foreach (var other in new[] { "sort=name&lang=uk", "lang=nb" })
            (await registry.GetAsync($"municipalities?q=Sorterby&{other}&cursor={norwegian}")).MustBe(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task All_that_a_filter_may_not_ask_is_told_at_once()
    {
        var answer = await registry.GetAsync("municipalities?area=XXX&minLevel=5&status=war&partner=9998&programme=eurovision");

        Assert.Equal(
            [("minLevel", "out_of_range"), ("status", "unknown_value"), ("programme", "unknown_value"), ("area", "unknown_area"), ("partner", "unknown_municipality")],
            answer.MustBe(HttpStatusCode.BadRequest, "invalid_fields").Faults);
        (await registry.GetAsync("municipalities?sort=colour")).MustName("sort", "unknown_value");
    }

    [Fact]
    public async Task An_export_has_what_the_filters_of_the_list_find()
    {
        var supplier = await SupplierAsync(name: "Eksportfjord");
        await registry.SendAsync(HttpMethod.Post, "offers", supplier.Offer);

        var lines = (await registry.GetAsync($"municipalities/export?q={supplier.Place.Code}&area=WAT&minLevel=3&freeCapacity=true&lang=en")).Body.TrimEnd().Split("\r\n");

        Assert.StartsWith($"{supplier.Place.Code},", Assert.Single(lines[1..]), StringComparison.Ordinal);
        Assert.Single((await registry.GetAsync($"municipalities/export?q={supplier.Place.Code}&area=SCH&lang=en")).Body.TrimEnd().Split("\r\n"));
    }

    private async Task<string> OrderAsync(string language, Func<MunicipalityView, string> name)
    {
        var names = new List<string>();
        for (var path = $"municipalities?q=Sorterby&limit=2&sort=name&lang={language}"; path is not null;)
        {
            var page = (await registry.GetAsync(path)).As<Page<MunicipalityView>>();
            names.AddRange(page.Items.Select(name));
            path = page.Next is null ? null : $"municipalities?q=Sorterby&limit=2&sort=name&lang={language}&cursor={page.Next}";
        }

        return string.Join(' ', names);
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(HttpClient reader, string query) =>
        [.. (await reader.TryAsync(HttpMethod.Get, $"municipalities?limit=200&{query}")).As<Page<MunicipalityView>>().Items.Select(view => view.Code)];

    /// <summary>A municipality and its offer, which is not sent yet; without a field of it where one is named.</summary>
    private async Task<(MunicipalityView Place, JsonObject Offer)> SupplierAsync(string? without = null, string name = "Filterfjord")
    {
        var place = await registry.RegisterMunicipalityAsync(name);
        var offer = Bodies.Offer(place.Code);
        if (without is not null) offer.With(without, "(nothing)").With("areas[0].personDays", "(nothing)").With("capacityBand", "\"large\"");
        return (place, offer);
    }

    private Task HearAsync(MunicipalityView supplier, int personDays, int partnerships) =>
        registry.HearAsync(CapacityChanged.MessageName, new CapacityChanged(supplier.Id, personDays, personDays, 0, partnerships));
}

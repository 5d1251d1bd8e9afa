using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Registry.V1;
using RegistryClient = Kommunebro.Contracts.Registry.V1.Registry.RegistryClient;

namespace Kommunebro.Tests.Registry.Municipalities;

/// <summary>What staff's pages ask over gRPC.</summary>
public sealed class StaffMunicipalitiesTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task Names_stand_in_the_order_of_the_readers_alphabet()
    {
        foreach (var (nb, uk) in new[] { ("Ås", "Ґаздівська"), ("Ærø", "Гаврилівська"), ("Zakarov", "Дністровська"), ("Øre", "Єлизаветівська"), ("Alta", "Вапнярська") })
            await registry.PutMunicipalityAsync(Bodies.Hromada(Bodies.NextKatottg())
                .With("names", $$"""{ "nb": "{{nb}}", "uk": "{{uk}}" }""").With("region", """{ "code": "63", "names": { "uk": "ABC" } }"""));
        var staff = await StaffAsync(StaffRole.Viewer);

        var inNorwegian = await FindAsync(staff, new FindMunicipalitiesRequest { RegionCode = "63", PageSize = 100 }, "nb");
        var inUkrainian = await FindAsync(staff, new FindMunicipalitiesRequest { RegionCode = "63", PageSize = 100 }, "uk");
        var reversed = await FindAsync(staff, new FindMunicipalitiesRequest { RegionCode = "63", PageSize = 100, Sort = "-name" }, "uk");

        Assert.Equal(
            ["Alta", "Zakarov", "Ærø", "Øre", "Ås"],
            inNorwegian.Rows.Select(row => row.Municipality.Names.Nb).Where(name => name is "Alta" or "Zakarov" or "Ærø" or "Øre" or "Ås"));
        string[] ukrainian = ["Вапнярська", "Гаврилівська", "Ґаздівська", "Дністровська", "Єлизаветівська"];
        Assert.Equal(ukrainian, inUkrainian.Rows.Select(row => row.Municipality.Names.Uk).Where(ukrainian.Contains));
        Assert.Equal(ukrainian.Reverse(), reversed.Rows.Select(row => row.Municipality.Names.Uk).Where(ukrainian.Contains));
    }

    [Theory]
    [InlineData("Kharkiv")]
    [InlineData("kharkiv")]
    [InlineData("харків")]
    [InlineData("HARKIV")]
    public async Task Kharkiv_is_found_in_any_letters(string query)
    {
        var code = Bodies.NextKatottg();
        await registry.PutMunicipalityAsync(Bodies.Hromada(code).With("names", """{ "uk": "Харківська", "en": "Kharkivska" }"""));
        var staff = await StaffAsync(StaffRole.Viewer);

        var found = await FindAsync(staff, new FindMunicipalitiesRequest { Query = query, PageSize = 100 });

        Assert.Contains(found.Rows, row => row.Municipality.Code == code);
        Assert.All(found.Rows, row => Assert.Equal("Харківська", row.Municipality.Names.Uk));
        Assert.Equal([code], (await FindAsync(staff, new FindMunicipalitiesRequest { Query = code })).Rows.Select(row => row.Municipality.Code));
        Assert.Empty((await FindAsync(staff, new FindMunicipalitiesRequest { Query = "%" })).Rows);
    }

    [Fact]
    public async Task Filters_sorts_and_pages_are_done_where_the_rows_are_and_the_total_is_told()
    {
        var staff = await StaffAsync(StaffRole.AucCoordinator);
        var codes = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            codes.Add(Bodies.NextKommunenummer());
            await registry.PutMunicipalityAsync(Bodies.Municipality(codes[i], $"Sortert {i:00}")
                .With("population", i == 7 ? "null" : $"{1000 + i}").With("populationYear", i == 7 ? "null" : "2026"));
        }

        await registry.SubmitOfferAsync(codes[3]);
        await registry.WithdrawOfferAsync(await registry.SubmitOfferAsync(codes[4]));
        var request = new FindMunicipalitiesRequest { Query = "sortert", Country = "no", Sort = "-population", Page = 2 };

        var second = await FindAsync(staff, request);
        var offering = await FindAsync(staff, new FindMunicipalitiesRequest { Query = "sortert", WithOffer = true });
        var byCode = await FindAsync(staff, new FindMunicipalitiesRequest { Query = "sortert", Sort = "-code" });

        Assert.Equal(25, second.Total);
        Assert.Equal(["Sortert 03", "Sortert 02", "Sortert 01", "Sortert 00", "Sortert 07"], second.Rows.Select(row => row.Municipality.Names.Nb));
        Assert.Equal([true, false, false, false, false], second.Rows.Select(row => row.HasOffer));
        Assert.Equal([codes[3]], offering.Rows.Select(row => row.Municipality.Code));
        Assert.Equal(codes.OrderDescending(StringComparer.Ordinal).Take(20), byCode.Rows.Select(row => row.Municipality.Code));
        Assert.Empty((await FindAsync(staff, new FindMunicipalitiesRequest { Query = "sortert", Country = "ua" })).Rows);
        Assert.Empty((await FindAsync(staff, new FindMunicipalitiesRequest { Query = "sortert", Category = "war_zone" })).Rows);
    }

    [Fact]
    public async Task What_a_request_may_not_ask_is_told_all_at_once()
    {
        var staff = await StaffAsync(StaffRole.Viewer);

        var refused = await GrpcRefusal.OfAsync(staff.FindMunicipalitiesAsync(
            new FindMunicipalitiesRequest { Page = -1, PageSize = 33, Sort = "colour", Country = "se", Category = "peace" }));

        Assert.Equal((StatusCode.InvalidArgument, "invalid_fields"), (refused.Status, refused.Code));
        Assert.Equal(
            [("page", "out_of_range"), ("page_size", "out_of_range"), ("sort", "unknown_value"), ("country", "unknown_value"), ("category", "unknown_value")],
            refused.Faults);
    }

    [Fact]
    public async Task One_municipality_comes_with_its_offer_its_line_in_the_ledger_its_interests_and_its_contacts()
    {
        var offer = await registry.SubmitOfferAsync();
        var code = offer.Municipality;
        await registry.ExpressInterestAsync(code);
        var ks = await StaffAsync(StaffRole.KsCoordinator);
        var id = (await ks.GetMunicipalityAsync(new GetMunicipalityRequest { Code = code })).Municipality.MunicipalityId;
        await registry.HearAsync(CapacityChanged.MessageName, new CapacityChanged(Guid.Parse(id), 1, 30, 40, 1));

        var seen = await ks.GetMunicipalityAsync(new GetMunicipalityRequest { MunicipalityId = id });

        Assert.Equal((offer.Id.ToString(), 60), (seen.Offer.OfferId, seen.Offer.PersonDays));
        Assert.Equal((30, 40, 1, true), (seen.ReservedPersonDays, seen.InUsePersonDays, seen.Partnerships, seen.Overcommitted));
        Assert.Equal("Vi vil gjerne hjelpe med vann.", Assert.Single(seen.Interests).Text);
        Assert.Equal("kari.eksempelsen@example.org", Assert.Single(seen.Contacts).Email);
        Assert.False(seen.ContactsMasked);
        await registry.WithdrawOfferAsync(offer);
        var later = await ks.GetMunicipalityAsync(new GetMunicipalityRequest { Code = code });
        Assert.Null(later.Offer);
        Assert.False(later.Overcommitted);
    }

    [Fact]
    public async Task Contacts_and_interests_are_kept_from_those_who_only_read()
    {
        var code = (await registry.ExpressInterestAsync((await registry.RegisterMunicipalityAsync()).Code)).Municipality;
        var request = new GetMunicipalityRequest { Code = code };

        var viewer = await (await StaffAsync(StaffRole.Viewer)).GetMunicipalityAsync(request);
        var auc = await (await StaffAsync(StaffRole.AucCoordinator)).GetMunicipalityAsync(request);

        Assert.Equal((0, 0, true), (viewer.Contacts.Count, viewer.Interests.Count, viewer.ContactsMasked));
        Assert.Equal((1, 0, false), (auc.Contacts.Count, auc.Interests.Count, auc.ContactsMasked));
    }

    [Fact]
    public async Task Nobodys_map_shows_where_a_place_in_the_war_lies()
    {
        var code = (await registry.RegisterHromadaAsync("possible_hostilities")).Code;
        var ks = await StaffAsync(StaffRole.KsCoordinator);

        var one = (await ks.GetMunicipalityAsync(new GetMunicipalityRequest { Code = code })).Municipality;
        var listed = (await FindAsync(ks, new FindMunicipalitiesRequest { Query = code })).Rows.Single().Municipality;

        Assert.All([one, listed], place => Assert.False(place.HasLatitude || place.HasLongitude));
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_asked_twice_is_refused()
    {
        var staff = await StaffAsync(StaffRole.Viewer);

        foreach (var unknown in new[]
        {
            new GetMunicipalityRequest { Code = "0000" },
            new GetMunicipalityRequest { MunicipalityId = "no id" },
            new GetMunicipalityRequest { MunicipalityId = Guid.CreateVersion7().ToString() },
        })
        {
            var refused = await GrpcRefusal.OfAsync(staff.GetMunicipalityAsync(unknown));
            Assert.Equal((StatusCode.NotFound, "municipality_not_found"), (refused.Status, refused.Code));
        }

        Assert.Equal("one_of_two", (await GrpcRefusal.OfAsync(staff.GetMunicipalityAsync(new GetMunicipalityRequest()))).Code);
        Assert.Equal("one_of_two", (await GrpcRefusal.OfAsync(staff.GetMunicipalityAsync(
            new GetMunicipalityRequest { Code = "0301", MunicipalityId = Guid.Empty.ToString() }))).Code);
    }

    [Fact]
    public async Task Only_services_that_write_to_people_get_addresses()
    {
        var issuer = await TestIssuer.GetAsync();
        var code = (await registry.ExpressInterestAsync((await registry.RegisterMunicipalityAsync()).Code)).Municipality;
        var id = (await (await StaffAsync(StaffRole.Viewer)).GetMunicipalityAsync(new GetMunicipalityRequest { Code = code })).Municipality.MunicipalityId;
        var request = new ListContactsRequest { MunicipalityId = id };

        var told = await registry.Grpc(issuer.Service(AccessPolicies.ContactsRead)).ListContactsAsync(request);

        Assert.Equal(("kari.eksempelsen@example.org", "nb", false), told.Contacts.Select(c => (c.Email, c.Language, c.Consented)).Single());
        foreach (var token in new[]
        {
            issuer.Staff(StaffRole.KsCoordinator, StaffRole.Administrator),
            issuer.Service(AccessPolicies.SnapshotRead),
            issuer.Partner(Guid.CreateVersion7(), AccessPolicies.ContactsManage),
        })
            Assert.Equal(StatusCode.PermissionDenied, (await GrpcRefusal.OfAsync(registry.Grpc(token).ListContactsAsync(request))).Status);
        Assert.Equal(StatusCode.Unauthenticated, (await GrpcRefusal.OfAsync(registry.Grpc(null).ListContactsAsync(request))).Status);
        Assert.Equal("invalid_id", (await GrpcRefusal.OfAsync(registry.Grpc(issuer.Service(AccessPolicies.ContactsRead))
            .ListContactsAsync(new ListContactsRequest { MunicipalityId = "1" }))).Code);
    }

    [Fact]
    public async Task The_code_list_is_told_in_all_languages()
    {
        var areas = (await (await StaffAsync(StaffRole.Viewer)).ListAreasAsync(new ListAreasRequest())).Areas;

        Assert.Equal(48, areas.Count);
        Assert.Equal("Водопостачання", areas.Single(area => area.Code == "WAT").Names.Uk);
    }

    private async Task<RegistryClient> StaffAsync(params string[] roles) => registry.Grpc((await TestIssuer.GetAsync()).Staff(roles));

    private static async Task<FindMunicipalitiesReply> FindAsync(RegistryClient client, FindMunicipalitiesRequest request, string language = "en") =>
        await client.FindMunicipalitiesAsync(request, new Metadata { { "accept-language", language } });
}

using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class NeedVisibilityTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private static readonly string[] InEveryView = ["id", "version", "status", "illustrative", "masked"];

    private const string BetweenAucAndHromada =
        "question rejectionReason rejectionText withdrawalReason onOccupiedTerritory wishes vetoes source verificationMethod evidence "
        + "hasReviewer duplicateOf lastHeardAt pausedUntil pauseReason warnings textsUndecided exemptionGround missing";

    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData(StaffRole.Viewer)]
    [InlineData(StaffRole.Administrator)]
    public async Task Of_a_restricted_need_other_staff_see_that_it_exists_and_what_is_masked(string role)
    {
        using var reader = _server.Staff(role);
        var restricted = await SubmitRestrictedAsync();

        var read = await reader.GetNeedAsync(restricted.Id);

        Assert.Equal(restricted.ETag, read.ETag);
        AssertMasked(read.Body, InEveryView);
    }

    [Theory]
    [InlineData(StaffRole.KsCoordinator)]
    [InlineData(StaffRole.AucCoordinator)]
    public async Task Coordinators_see_all_of_it(string role)
    {
        using var reader = _server.Staff(role);
        var restricted = await SubmitRestrictedAsync();

        var read = await reader.GetNeedAsync(restricted.Id);

        Assert.True(JsonNode.DeepEquals(restricted.Body, read.Body));
        Assert.Equal(Places.Nikopol.Code, read.Text("municipality"));
        Assert.Empty(read.Body["masked"]!.AsArray());
    }

    [Fact]
    public async Task Who_acts_for_the_hromada_sees_all_of_it_at_every_step()
    {
        using var partner = await _server.PartnerAsync(Places.Nikopol);
        var restricted = ANeed.Of(Places.Nikopol).With("sensitivity", "\"restricted\"");

        var submitted = await partner.SubmitNeedAsync(restricted);
        var returned = await _server.ReturnAsync(submitted, """{"question":"A secret question"}""");
        var read = await partner.GetNeedAsync(submitted.Id);
        var revised = await partner.ReviseAsync(returned, restricted);
        var withdrawn = await partner.WithdrawAsync(revised, """{"reason":"A secret reason"}""");

        Assert.Equal("A secret question", read.Text("question"));
        Assert.Equal("A secret reason", withdrawn.Text("withdrawalReason"));
        Assert.All([submitted, read, revised, withdrawn], answer => Assert.Empty(answer.Body["masked"]!.AsArray()));
        Assert.Equal(1, (await partner.FindNeedsAsync($"?municipality={Places.Nikopol.Code}&limit=200"))
            .Items.Count(item => (string?)item["id"] == submitted.Id));
    }

    [Fact]
    public async Task Another_partner_sees_a_stub_in_the_list_and_nothing_by_the_id()
    {
        using var partner = await _server.PartnerAsync(Places.Vinnytsia);
        var restricted = await _server.VerifyAsync(await SubmitRestrictedAsync());
        await VerifiedDaysAgoAsync(restricted, 90);

        var stub = Assert.Single((await partner.FindNeedsAsync("?limit=200")).Items, item => (string?)item["id"] == restricted.Id);
        var read = await partner.GetNeedAsync(restricted.Id);
        var unknown = await partner.GetNeedAsync($"{Guid.CreateVersion7()}");

        AssertMasked(stub, InEveryView);
        read.ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        Assert.Equal(unknown.Text("detail"), read.Text("detail"));
        Assert.Null(read.ETag);
    }

    [Theory]
    [InlineData("?municipality=UA12080050000062712")]
    [InlineData("?oblast=12")]
    [InlineData("?area=WAT")]
    [InlineData("?urgency=3")]
    public async Task A_filter_does_not_tell_what_the_mask_hides(string query)
    {
        using var viewer = _server.Staff(StaffRole.Viewer);
        using var partner = await _server.PartnerAsync(Places.Vinnytsia);
        var restricted = await SubmitRestrictedAsync();

        var all = await viewer.FindNeedsAsync("?limit=200&status=submitted");

        var stub = Assert.Single(all.Items, item => (string?)item["id"] == restricted.Id);
        Assert.Null(stub["title"]);
        foreach (var reader in new NeedsCaller[] { viewer, partner })
            Assert.DoesNotContain(
                (await reader.FindNeedsAsync($"{query}&limit=200")).Expect(HttpStatusCode.OK).Items, item => (string?)item["id"] == restricted.Id);
    }

    [Theory]
    [InlineData("Nikopol", "public")]
    [InlineData("Nikopol", "partners")]
    [InlineData("Zelenodolsk", "partners")]
    [InlineData("Melitopol", "public")]
    [InlineData("Lyman", "partners")]
    public async Task Of_a_need_in_or_near_the_war_another_partner_sees_no_more_than_the_oblast(string place, string sensitivity)
    {
        using var partner = await _server.PartnerAsync(Places.Vinnytsia);
        var hromada = Places.Municipalities.Single(known => known.Names.En!.StartsWith(place, StringComparison.Ordinal));
        var body = hromada is { TerritoryStatus: TerritoryStatus.Occupied, TerritoryCoverage: TerritoryCoverage.Full } ? """{"onOccupiedTerritory":"displaced_residents"}""" : "{}";
        var need = await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.Of(hromada).With("sensitivity", $"\"{sensitivity}\"")), body);

        (await partner.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        await VerifiedDaysAgoAsync(need, 90);
        var read = await partner.GetNeedAsync(need.Id);

        Assert.Equal(hromada.RegionCode, (string?)read.Body["region"]!["code"]);
        Assert.Equal(("WAT", "medium"), (read.Text("area"), read.Text("horizon")));
        Assert.DoesNotContain(hromada.Code, read.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(hromada.Names.Uk!, read.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            NamesOf(
                "municipality municipalityNames territoryNotice title description urgencyReason neededBy translations peopleAffected "
                + "quantity readiness dreamId cost constraints", BetweenAucAndHromada),
            Masked(read.Body));
        Assert.All(Masked(read.Body), field => Assert.Null(read.Body[field]));
    }

    [Fact]
    public async Task A_filter_does_not_tell_in_which_hromada_of_the_oblast_it_is()
    {
        using var other = await _server.PartnerAsync(Places.Vinnytsia);
        using var own = await _server.PartnerAsync(Places.Nikopol);
        var need = await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol)));
        await VerifiedDaysAgoAsync(need, 91);

        async Task<bool> FindsAsync(NeedsCaller reader, string query) =>
            (await reader.FindNeedsAsync($"{query}&limit=200")).Items.Any(item => (string?)item["id"] == need.Id);

        Assert.False(await FindsAsync(other, $"?municipality={Places.Nikopol.Code}"));
        Assert.True(await FindsAsync(other, "?oblast=12"));
        Assert.True(await FindsAsync(other, "?area=WAT&urgency=3"));
        Assert.True(await FindsAsync(own, $"?municipality={Places.Nikopol.Code}"));
    }

    [Fact]
    public async Task A_verified_need_far_from_the_war_is_shown_to_other_partners_but_not_what_was_said_about_it()
    {
        using var partner = await _server.PartnerAsync(Places.Nikopol);
        var submitted = await _server.SubmitNeedAsync();
        var returned = await _server.ReturnAsync(submitted, """{"question":"A question to the hromada"}""");
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        var need = await _server.VerifyAsync(await own.ReviseAsync(returned, ANeed.Of(Places.Vinnytsia)));

        var read = await partner.GetNeedAsync(need.Id);

        Assert.Equal(Places.Vinnytsia.Code, read.Text("municipality"));
        Assert.DoesNotContain("A question to the hromada", read.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(NamesOf("", BetweenAucAndHromada), Masked(read.Body));
        Assert.Contains(
            (await partner.FindNeedsAsync($"?municipality={Places.Vinnytsia.Code}&limit=200")).Items, item => (string?)item["id"] == need.Id);
    }

    [Fact]
    public async Task What_is_not_verified_or_has_ended_unhelped_is_no_business_of_other_partners()
    {
        using var partner = await _server.PartnerAsync(Places.Nikopol);
        using var own = await _server.PartnerAsync(Places.Vinnytsia);
        var submitted = await _server.SubmitNeedAsync();
        var returned = await _server.ReturnAsync(await _server.SubmitNeedAsync(), """{"question":"For whom?"}""");
        var withdrawn = await own.WithdrawAsync(await _server.SubmitNeedAsync(), """{"reason":"Done"}""");

        foreach (var need in new[] { submitted, returned, withdrawn })
        {
            (await partner.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
            Assert.Equal(need.Id, (await own.GetNeedAsync(need.Id)).Id);
            foreach (var query in new[] { "?limit=200", "?area=WAT&limit=200", $"?municipality={Places.Vinnytsia.Code}&limit=200" })
                Assert.DoesNotContain((await partner.FindNeedsAsync(query)).Items, item => (string?)item["id"] == need.Id);
        }
    }

    [Fact]
    public async Task On_staffs_pages_it_is_the_same()
    {
        var restricted = await SubmitRestrictedAsync();
        var browse = new FindNeedsRequest { RegionCode = "12", PageSize = 100 };

        async Task<bool> ListsAsync(string role) =>
            (await _server.Grpc(role).FindNeedsAsync(browse)).Rows.Any(row => row.NeedId == restricted.Id);

        Assert.True(await ListsAsync(StaffRole.KsCoordinator));
        Assert.False(await ListsAsync(StaffRole.Viewer));
        Assert.Empty((await _server.Grpc(StaffRole.AucCoordinator).GetNeedAsync(new GetNeedRequest { NeedId = restricted.Id })).Masked);
        var stub = await _server.Grpc(StaffRole.Viewer).GetNeedAsync(new GetNeedRequest { NeedId = restricted.Id });
        Assert.Equal(("", 0), (stub.HromadaCode, stub.History.Count));
        Assert.NotEmpty(stub.Masked);
    }

    [Fact]
    public async Task Matching_works_on_a_restricted_need_and_so_is_told_all_of_it()
    {
        var verified = await _server.VerifyAsync(await SubmitRestrictedAsync());

        var told = await _server.Matching.WaitForAsync<NeedVerified>(need => $"{need.NeedId}" == verified.Id);

        Assert.Equal(Sensitivity.Restricted, told.Sensitivity);
        Assert.Equal("Ремонт насосної станції", told.Title.Uk);
    }

    [Fact]
    public async Task A_need_in_the_war_is_told_to_other_partners_ninety_days_after_its_first_verification_and_not_a_day_before()
    {
        using var partner = await _server.PartnerAsync(Places.Vinnytsia);
        var need = await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol)));

        async Task<bool> ListsAsync(string query) =>
            (await partner.FindNeedsAsync($"{query}limit=200")).Items.Any(item => (string?)item["id"] == need.Id);

        await VerifiedDaysAgoAsync(need, 89);
        (await partner.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        Assert.False(await ListsAsync("?") || await ListsAsync("?area=WAT&"));
        await VerifiedDaysAgoAsync(need, 90);
        (await partner.GetNeedAsync(need.Id)).Expect(HttpStatusCode.OK);
        Assert.True(await ListsAsync("?") && await ListsAsync("?area=WAT&"));
    }

    [Fact]
    public async Task A_hromada_may_be_shown_less_precisely_than_it_could_be()
    {
        using var partner = await _server.PartnerAsync(Places.Nikopol);
        using var own = await _server.PartnerAsync(Places.Vinnytsia);

        async Task<Answer> ReadAsync(NeedsCaller reader, string precision) => await reader.GetNeedAsync(
            (await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("locationPrecision", $"\"{precision}\"")))).Id);

        var oblast = await ReadAsync(partner, "oblast");
        var none = await ReadAsync(partner, "none");

        Assert.Equal(("05", null), ((string?)oblast.Body["region"]?["code"], (string?)oblast.Body["municipality"]));
        Assert.Null(none.Body["region"]);
        Assert.Contains("region", Masked(none.Body));
        Assert.DoesNotContain((await partner.FindNeedsAsync("?oblast=05&limit=200")).Items, item => (string?)item["id"] == none.Id);
        Assert.Equal(Places.Vinnytsia.Code, (await ReadAsync(own, "none")).Text("municipality"));
    }

    /// <summary>As if it had been verified for the first time so many days ago: the server's clock is every test's of this class.</summary>
    private Task<int> VerifiedDaysAgoAsync(Answer need, int days) => _server.Database.ScalarAsync<int>(
        $"update needs set first_verified_at = '{NeedsServer.Start.AddDays(-days):O}' where id = '{need.Id}' returning 1");

    private static IEnumerable<string> NamesOf(params string[] lists) =>
        lists.SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal);

    private static void AssertMasked(JsonObject view, string[] shown)
    {
        Assert.Equal(
            shown.Order(StringComparer.Ordinal),
            view.Where(field => field.Value is not null).Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal(view.Select(field => field.Key).Except(shown, StringComparer.Ordinal).Order(StringComparer.Ordinal), Masked(view));
    }

    private static IEnumerable<string> Masked(JsonObject view) =>
        view["masked"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal);

    private Task<Answer> SubmitRestrictedAsync() =>
        _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("sensitivity", "\"restricted\""));
}

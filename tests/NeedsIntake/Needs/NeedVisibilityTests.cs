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
        await _server.VerifiedDaysAgoAsync(restricted, 90);

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
        Assert.Equal(Masks.BetweenAucAndHromada, Masks.Of(read.Body));
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

    private static void AssertMasked(JsonObject view, string[] shown)
    {
        Assert.Equal(
            shown.Order(StringComparer.Ordinal),
            view.Where(field => field.Value is not null).Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal(view.Select(field => field.Key).Except(shown, StringComparer.Ordinal).Order(StringComparer.Ordinal), Masks.Of(view));
    }

    private Task<Answer> SubmitRestrictedAsync() =>
        _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol).With("sensitivity", "\"restricted\""));
}

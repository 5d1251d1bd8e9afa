using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>A partner writes for the hromadas that its organisation acts for, and for no other.</summary>
public sealed class TenancyTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Fact]
    public async Task A_partner_submits_revises_and_withdraws_for_its_own_hromada()
    {
        using var partner = await _server.PartnerAsync(Places.Studena, Places.Vinnytsia);

        var submitted = await partner.SubmitNeedAsync();
        var revised = (await partner.ReviseAsync(submitted, ANeed.InVinnytsia().With("urgency", "2"))).Expect(HttpStatusCode.OK);

        (await partner.WithdrawAsync(revised)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task For_another_hromada_the_answer_is_that_of_an_unknown_one()
    {
        using var partner = await _server.PartnerAsync(Places.Studena);

        var other = await partner.SubmitAsync(ANeed.InVinnytsia());
        var unknown = await partner.SubmitAsync(ANeed.InVinnytsia().With("municipality", "\"UA05020030000031458\""));

        other.ExpectProblem(HttpStatusCode.BadRequest, "unknown_municipality");
        Assert.Equal([("municipality", "unknown_municipality")], other.Errors);
        Assert.Equal(unknown.Text("detail"), other.Text("detail"));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("restricted")]
    public async Task Anothers_need_is_not_found_whatever_is_wanted_of_it(string sensitivity)
    {
        using var partner = await _server.PartnerAsync(Places.Studena);
        var need = await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("sensitivity", $"\"{sensitivity}\""));

        (await partner.ReviseAsync(need, ANeed.Of(Places.Studena))).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        // As it was read, or nonsense.
        (await partner.ReviseAsync(need, ANeed.InVinnytsia())).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        (await partner.ReviseAsync(need, ANeed.InVinnytsia().With("urgency", "9"))).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        (await partner.WithdrawAsync(need)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        // Not even its version is told.
        (await partner.WithdrawAsync(need with { ETag = "\"7\"" })).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        Assert.Equal(("submitted", 1), ((await _server.GetNeedAsync(need.Id)).NeedStatus, need.Version));
    }

    [Fact]
    public async Task A_partner_neither_verifies_nor_returns_nor_rejects_not_even_its_own()
    {
        using var partner = await _server.PartnerAsync(Places.Vinnytsia);
        var need = await partner.SubmitNeedAsync();

        (await partner.VerifyAsync(need)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await partner.ReturnAsync(need)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await partner.RejectAsync(need)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Without_the_scope_a_partner_may_not_and_a_stranger_never()
    {
        var organisation = Guid.CreateVersion7();
        await _server.HearAsync(new OrganisationChanged(organisation, 1, "Partner", [Places.Vinnytsia.Code], Active: true));
        using var reader = _server.Partner(organisation, AccessPolicies.NeedsRead);
        using var writer = _server.Partner(organisation, AccessPolicies.NeedsWrite);
        using var stranger = _server.Stranger();

        (await reader.SubmitAsync(ANeed.InVinnytsia())).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await writer.FindNeedsAsync()).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await stranger.SubmitAsync(ANeed.InVinnytsia())).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        (await stranger.FindNeedsAsync()).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Theory]
    [InlineData(StaffRole.KsCoordinator)]
    [InlineData(StaffRole.Viewer)]
    [InlineData(StaffRole.Administrator)]
    public async Task Other_staff_than_AUC_reads_and_does_not_write(string role)
    {
        using var staff = _server.Staff(role);
        var need = await _server.SubmitNeedAsync();

        (await staff.GetNeedAsync(need.Id)).Expect(HttpStatusCode.OK);
        (await staff.SubmitAsync(ANeed.InVinnytsia())).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await staff.WithdrawAsync(need)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await staff.VerifyAsync(need)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Two_clients_may_choose_the_same_key()
    {
        using var one = await _server.PartnerAsync(Places.Vinnytsia);
        using var other = await _server.PartnerAsync(Places.Vinnytsia);

        var first = (await one.SubmitAsync(ANeed.InVinnytsia(), key: "monday")).Expect(HttpStatusCode.Created);
        var repeated = (await one.SubmitAsync(ANeed.InVinnytsia(), key: "monday")).Expect(HttpStatusCode.Created);
        var others = (await other.SubmitAsync(ANeed.InVinnytsia(), key: "monday")).Expect(HttpStatusCode.Created);

        Assert.Equal(first.Id, repeated.Id);
        Assert.NotEqual(first.Id, others.Id);
    }

    [Fact]
    public async Task The_audit_names_the_client_and_the_person()
    {
        var organisation = Guid.CreateVersion7();
        await _server.HearAsync(new OrganisationChanged(organisation, 1, "Partner", [Places.Vinnytsia.Code], Active: true));
        using var partner = _server.Partner(organisation, AccessPolicies.NeedsWrite);

        var need = await _server.VerifyAsync(await partner.SubmitNeedAsync());

        Assert.Equal(
            $"client:client-of-{organisation} staff:{_server.Coordinator}",
            await _server.Database.ScalarAsync<string>(
                $"select string_agg(who, ' ' order by id) from audit where subject_id = '{need.Id}'"));
    }
}

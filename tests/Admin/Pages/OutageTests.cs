using System.Net;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>A service that does not answer costs a part of a page, not the page.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task The_dashboard_shows_what_it_can()
    {
        await using var server = await AdminServer.StartAsync();
        server.Heard.Refuse<CountNeedsRequest>(new RpcException(new Status(StatusCode.Unavailable, "away")));
        using var staff = await server.StaffAsync(StaffRole.KsCoordinator);

        var page = (await staff.GetAsync("")).Expect(HttpStatusCode.OK);

        Assert.Contains("temporarily unavailable", page.Text, StringComparison.Ordinal);
        Assert.Contains("7 proposals wait for KS", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_all_services_away_every_page_still_answers()
    {
        await using var server = await AdminServer.StartAsync(new AdminServerOptions { BackendsRun = false });
        using var staff = await server.StaffAsync(StaffRole.KsCoordinator);

        foreach (var address in (string[])["", "needs", "proposals", "inbox", "map"])
            Assert.Contains("temporarily unavailable", (await staff.GetAsync(address)).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await staff.GetAsync($"needs/{Samples.NeedId}")).Expect(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_form_that_met_an_outage_keeps_its_words()
    {
        await using var server = await AdminServer.StartAsync();
        server.Heard.Refuse<ReturnNeedRequest>(new RpcException(new Status(StatusCode.Internal, "internal_error")));
        using var staff = await server.StaffAsync(StaffRole.AucCoordinator);

        var page = await staff.SubmitAsync(await staff.GetAsync($"needs/{Samples.NeedId}"), "return", ("question", "How many?"));

        Assert.Contains("Nothing was changed. Try again.", page.Text, StringComparison.Ordinal);
        Assert.Equal("How many?", page.FieldsOf("return")["question"]);
    }

    [Fact]
    public async Task A_service_that_no_longer_takes_the_token_says_to_sign_in_again()
    {
        await using var server = await AdminServer.StartAsync();
        server.Heard.Refuse<FindProposalsRequest>(new RpcException(new Status(StatusCode.Unauthenticated, "revoked")));
        using var staff = await server.StaffAsync(StaffRole.KsCoordinator);

        Assert.Contains("Sign out and in again.", (await staff.GetAsync("proposals")).Text, StringComparison.Ordinal);
    }
}

using System.Net;
using Kommunebro.Admin;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Admin.Backends;
using Kommunebro.Tests.Admin.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Who sees which page.</summary>
public sealed class AccessTests(AdminFixture fixture) : IClassFixture<AdminFixture>
{
    private AdminServer Server => fixture.Server;

    [Fact]
    public void Every_endpoint_names_its_policy_or_says_why_it_has_none()
    {
        var endpoints = Server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAuthorizeData>() is { Policy.Length: > 0 } || endpoint.Metadata.GetMetadata<OpenToAll>() is { Reason.Length: > 0 },
            $"{endpoint.RoutePattern.RawText} names no policy."));
    }

    [Theory]
    [InlineData("needs/0192f0c0-0000-7000-8000-000000000001/shortlist")]
    [InlineData("partnerships/new")]
    public async Task Who_may_not_is_told_whom_to_ask(string address)
    {
        using var viewer = await Server.StaffAsync(StaffRole.Viewer);

        var page = (await viewer.GetAsync(address)).Expect(HttpStatusCode.Forbidden);

        Assert.Contains("You do not have access", page.Title, StringComparison.Ordinal);
        Assert.Contains("Ask an administrator", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_a_role_sees_nothing()
    {
        using var nobody = await Server.StaffAsync();

        (await nobody.GetAsync("")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_one_may_not_do_is_not_shown()
    {
        using var viewer = await Server.StaffAsync(StaffRole.Viewer);

        Assert.False((await viewer.GetAsync("runs")).HasForm("start"));
        Assert.False((await viewer.GetAsync($"partnerships/{Samples.PartnershipId}")).HasForm("note"));
        Assert.DoesNotContain("partnerships/new", (await viewer.GetAsync("partnerships")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs/0192f0c0-0000-7000-8000-00000000ffff")]
    [InlineData("proposals/0192f0c0-0000-7000-8000-00000000ffff")]
    [InlineData("municipalities/9999")]
    [InlineData("no-such-page")]
    public async Task What_is_not_there_has_a_page_that_says_so(string address)
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = (await staff.GetAsync(address)).Expect(HttpStatusCode.NotFound);

        Assert.Contains("Page not found", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_run_no_foreign_script_and_are_kept_nowhere()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);

        var page = await staff.GetAsync("");

        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_stay_below_admin_and_carry_no_token()
    {
        using var staff = await Server.StaffAsync(StaffRole.Viewer);
        await staff.GetAsync("");

        var cookies = staff.Cookies.GetAllCookies();

        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.Equal((AdminHost.BasePath, true), (cookie.Path, cookie.HttpOnly)));
        Assert.All(cookies, cookie => Assert.True(cookie.Value.Length < 600, cookie.Name));
    }
}

using System.Net;
using System.Net.Http.Headers;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Identity.Connect;

/// <summary>The tokens hold before the validation that all services use, over the inner way to identity.</summary>
public sealed class ValidationTests(IdentityServerFixture fixture) : IClassFixture<IdentityServerFixture>
{
    private readonly IdentityServer _server = fixture.Server;

    [Fact]
    public async Task A_service_knows_staff_partners_and_services_by_their_tokens()
    {
        await using var service = await StartServiceAsync(_server);
        var organisation = await _server.AddOrganisationAsync("0301");
        var client = await _server.AddClientAsync(organisation.Id, AccessPolicies.NeedsRead);
        var account = await _server.AddStaffAsync(StaffRole.AucCoordinator);
        using var browser = new Browser(_server);

        var staff = await AskAsync(service, (await browser.SignInToAdminAsync(account.Email, IdentityServer.Password)).Text("access_token"));
        var partner = await AskAsync(service, (await _server.ClientTokenAsync(client.Client.ClientId, client.Secret!)).Text("access_token"));
        var other = await AskAsync(service, (await _server.ClientTokenAsync("matching", IdentityServer.SecretOf("matching"))).Text("access_token"));

        Assert.Equal((HttpStatusCode.OK, $"staff:{account.Id} {StaffRole.AucCoordinator}"), staff);
        Assert.Equal((HttpStatusCode.OK, $"client:{client.Client.ClientId} {organisation.Id}"), partner);
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
    }

    [Fact]
    public async Task Who_sends_a_token_along_is_answered_under_connect_as_everybody_is()
    {
        var token = await _server.StaffTokenAsync(StaffRole.Administrator);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var known = new HttpRequestMessage(HttpMethod.Get, new Uri("api/v1/accounts", UriKind.Relative)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            using var answer = await _server.Http.SendAsync(known);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        foreach (var (method, path) in new[] { (HttpMethod.Get, ".well-known/openid-configuration"), (HttpMethod.Post, "connect/revoke") })
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
            {
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
                Content = method == HttpMethod.Get ? null : new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["client_id"] = "admin", ["client_secret"] = IdentityServer.SecretOf("admin"), ["token"] = "one that nobody keeps",
                }),
            };
            using var answer = await _server.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Identity_itself_checks_the_signature_of_a_token_once()
    {
        var token = await _server.StaffTokenAsync(StaffRole.Administrator);
        var before = _server.Checks.Count;

        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/v1/accounts", UriKind.Relative));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await _server.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(before + 1, _server.Checks.Count);
    }

    [Fact]
    public async Task A_service_takes_no_other_kind_of_token()
    {
        await using var service = await StartServiceAsync(_server);
        var account = await _server.AddStaffAsync(StaffRole.AucCoordinator);
        using var browser = new Browser(_server);
        var tokens = await browser.SignInToAdminAsync(account.Email, IdentityServer.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(service, tokens.Text("id_token"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(service, tokens.Text("refresh_token"))).Status);
        var access = tokens.Text("access_token");
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(service, access[..^4] + "AAAA")).Status);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(9, HttpStatusCode.OK)]
    [InlineData(11, HttpStatusCode.Unauthorized)]
    public async Task The_token_of_a_revoked_client_works_for_its_ten_minutes_and_there_is_no_other(int minutesAgo, HttpStatusCode now)
    {
        await using var identity = await IdentityServer.StartAsync(startsAt: TimeProvider.System.GetUtcNow().AddMinutes(-minutesAgo));
        await using var service = await StartServiceAsync(identity);
        var client = await identity.AddClientAsync((await identity.AddOrganisationAsync("0301")).Id, AccessPolicies.NeedsRead);
        var token = (await identity.ClientTokenAsync(client.Client.ClientId, client.Secret!)).Expect(HttpStatusCode.OK).Text("access_token");

        (await identity.CommandAsync("clients", "revoke", client.Client.ClientId)).Done();

        Assert.Equal(now, (await AskAsync(service, token)).Status);
        (await identity.ClientTokenAsync(client.Client.ClientId, client.Secret!)).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(WebApplication service, string token)
    {
        using var http = new HttpClient { BaseAddress = new Uri(ListenAddresses.Of(service).Http) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.GetAsync(new Uri("who", UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<WebApplication> StartServiceAsync(IdentityServer identity)
    {
        var builder = ServiceHost.CreateBuilder("Sample", typeof(ValidationTests).Assembly, new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = settings => settings.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Sample:Listen:Http"] = "http://127.0.0.1:0",
                ["Sample:Listen:Grpc"] = "http://127.0.0.1:0",
                ["Sample:Access:Issuer"] = IdentityServer.Issuer,
                ["Sample:Services:Identity"] = identity.Address.GetLeftPart(UriPartial.Authority),
            }),
            ConfigureServices = services => services.RemoveAll<ILoggerProvider>(),
        });
        builder.AddAccess(AccessPolicies.All.Select(rule => new AccessPolicy(rule.Name, rule.Roles)));
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGet("/who", (Caller caller) => $"{caller.Actor} {caller.OrganisationId}{string.Join(' ', caller.Roles)}").RequireAccess(AccessPolicies.NeedsRead);
        await app.StartAsync();
        return app;
    }
}

using System.Net;
using Kommunebro.Identity.Clients;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.Identity.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.Identity.Clients;

/// <summary>The services' clients follow the settings.</summary>
public sealed class ServiceClientsTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Applying_again_changes_nothing()
    {
        await using var app = Build([]);

        Assert.Empty(await ApplyAsync(app));
    }

    [Fact]
    public async Task A_changed_secret_is_taken_over()
    {
        await using var app = Build(new() { ["Identity:ServiceClients:matching:Secret"] = "another secret of matching" });

        Assert.Equal(["matching"], await ApplyAsync(app));

        (await _server.ClientTokenAsync("matching", "another secret of matching")).Expect(HttpStatusCode.OK);
        (await _server.ClientTokenAsync("matching", IdentityServer.SecretOf("matching"))).ExpectError(HttpStatusCode.Unauthorized, "invalid_client");
        Assert.Equal(0, await _server.Database.ScalarAsync<long>("select count(*) from audit as row where row::text like '%another secret%'"));
    }

    [Fact]
    public async Task The_admin_clients_addresses_follow_the_issuer()
    {
        await using var app = Build(new() { ["Identity:Access:Issuer"] = "https://moved.example/" });

        Assert.Equal(["admin"], await ApplyAsync(app));

        Assert.Contains("https://moved.example/admin/signin-oidc", await _server.Database.ScalarAsync<string>(
            "select redirect_uris from openiddict_applications where client_id = 'admin'"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Identity:ServiceClients:matchin:Secret", "a secret that is long enough", "names no service")]
    [InlineData("Identity:ServiceClients:matching:Secret", "short", "at least 16 characters")]
    public async Task A_wrong_setting_is_told(string setting, string value, string told)
    {
        await using var app = Build(new() { [setting] = value });

        var error = await Assert.ThrowsAsync<SettingException>(() => ApplyAsync(app));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, error.Message, StringComparison.Ordinal);
    }

    private WebApplication Build(Dictionary<string, string?> more) => IdentityServer.Build(_server.Database.ConnectionString, keys: null, more: more);

    private static async Task<IReadOnlyList<string>> ApplyAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApplyServiceClients>().ApplyAsync(CancellationToken.None);
    }
}

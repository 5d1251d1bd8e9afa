using System.Net;
using System.Security.Claims;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.ServiceDefaults.Access;

/// <summary>A token that was found valid is believed again, but neither a part of it nor for longer than it lives. What becomes of its key: IdentityAwayTests.</summary>
public sealed class RememberedTokensTests : IAsyncLifetime
{
    private static readonly Claim[] Reader = [new(TokenClaims.Kind, TokenClaims.ServiceKind), new(TokenClaims.Scope, "things.read")];

    private readonly CountedChecks _checks = new();
    private RunningHost _host = null!;
    private TestIssuer _issuer = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.GetAsync();
        _host = await RunningHost.StartAsync(
            _issuer.SettingsFor("Sample"),
            services => services.PostConfigureAll<JwtBearerOptions>(options => options.TokenValidationParameters.CryptoProviderFactory = _checks));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Its_signature_is_checked_once()
    {
        var token = _issuer.Sign("a", Reader);

        for (var i = 0; i < 5; i++)
            Assert.Equal("service:a", await _host.WhoAsync(token));

        Assert.Equal(1, _checks.Count);
    }

    [Fact]
    public async Task Another_signature_or_other_claims_under_a_known_one_are_no_known_token()
    {
        var (known, others) = (_issuer.Sign("a", Reader), _issuer.Sign("b", Reader));
        Assert.Equal("service:a", await _host.WhoAsync(known));
        var (head, signature) = (known[..known.LastIndexOf('.')], known[known.LastIndexOf('.')..]);

        Assert.Equal("unauthenticated", await _host.RefusedAsync($"{head}.{new string('A', signature.Length - 1)}", HttpStatusCode.Unauthorized));
        Assert.Equal("unauthenticated", await _host.RefusedAsync($"{others[..others.LastIndexOf('.')]}{signature}", HttpStatusCode.Unauthorized));
        Assert.Equal("unauthenticated", await _host.RefusedAsync($"{known}A", HttpStatusCode.Unauthorized));
        Assert.Equal("service:a", await _host.WhoAsync(known));
    }

    [Fact]
    public async Task Nobody_gets_anothers_name()
    {
        var tokens = Enumerable.Range(0, 20).Select(i => (Name: $"service:s{i}", Token: _issuer.Sign($"s{i}", Reader))).ToList();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(async i => Assert.Equal(tokens[i % 20].Name, await _host.WhoAsync(tokens[i % 20].Token))));
    }

    [Fact]
    public async Task It_is_not_believed_for_longer_than_it_lives()
    {
        // A few seconds of the half minute are left by which clocks may differ.
        var token = _issuer.Sign("a", Reader, expires: TimeProvider.System.GetUtcNow().AddSeconds(-26));
        Assert.Equal("service:a", await _host.WhoAsync(token));

        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await _host.AskAsync(token);
                return answer.StatusCode == HttpStatusCode.Unauthorized;
            },
            "the token has ended");
    }
}

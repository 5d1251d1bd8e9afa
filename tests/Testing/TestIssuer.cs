using System.Security.Claims;
using System.Security.Cryptography;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Testing;

/// <summary>
/// An issuer of this test process with a key of its own, served over HTTP as identity serves it, so that services validate
/// real tokens. Its token endpoint gives any service a token with all scopes of services.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    private static readonly Lazy<Task<TestIssuer>> Shared = new(StartAsync);

    private readonly IssuerServer _server;
    private int _keys;
    private RsaSecurityKey _key;

    private TestIssuer()
    {
        _server = new IssuerServer(this);
        _key = NewKey();
    }

    /// <summary>The origin that tokens name.</summary>
    public Uri Issuer { get; } = new("http://issuer.test/");

    /// <summary>Where it answers.</summary>
    public Uri Address => _server.Address;

    /// <summary>The key that signs, and alone is published.</summary>
    public RsaSecurityKey Key => _key;

    /// <summary>What the token of a service allows; all that services may when nobody says another.</summary>
    public IReadOnlyList<string> ServiceScopes { get; set; } =
        [.. AccessPolicies.All.Where(rule => rule.Holder == ScopeHolder.Service).Select(rule => rule.Name)];

    /// <summary>How often somebody asked for its keys.</summary>
    public int KeysAsked => _server.KeysAsked;

    /// <summary>How often somebody asked for a token.</summary>
    public int TokensAsked => _server.TokensAsked;

    /// <summary>The issuer of this process.</summary>
    public static Task<TestIssuer> GetAsync() => Shared.Value;

    /// <summary>An issuer that a test has for itself, to take it away or to give it another key.</summary>
    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer.ComeBackAsync();
        return issuer;
    }

    /// <summary>Answers nobody any more.</summary>
    public Task GoAwayAsync() => _server.StopAsync();

    /// <summary>Answers again, at the same address.</summary>
    public Task ComeBackAsync() => _server.StartAsync();

    /// <summary>Signs with a new key from now on.</summary>
    public void ChangeKey() => _key = NewKey();

    /// <summary>The settings with which the host of <paramref name="section"/> trusts this issuer.</summary>
    public Dictionary<string, string?> SettingsFor(string section) => new()
    {
        [$"{section}:Access:Issuer"] = Issuer.ToString(),
        [$"{section}:Access:ClientId"] = section.ToLowerInvariant(),
        [$"{section}:Access:ClientSecret"] = "test",
        [$"{section}:Services:Identity"] = Address.GetLeftPart(UriPartial.Authority),
    };

    /// <summary>A token of a person with <paramref name="roles"/>; a new person each time.</summary>
    public string Staff(params string[] roles) => Staff(Guid.CreateVersion7(), roles);

    /// <summary>A token of the account <paramref name="account"/>.</summary>
    public string Staff(Guid account, params string[] roles) => Sign(
        account.ToString(), [new Claim(TokenClaims.Kind, TokenClaims.StaffKind), .. roles.Select(role => new Claim(TokenClaims.Role, role))]);

    /// <summary>A token of a client of <paramref name="organisation"/>.</summary>
    public string Partner(Guid organisation, params string[] scopes) => Sign(
        $"client-of-{organisation}",
        [
            new Claim(TokenClaims.Kind, TokenClaims.PartnerKind),
            new Claim(TokenClaims.Organisation, organisation.ToString()),
            new Claim(TokenClaims.Scope, string.Join(' ', scopes)),
        ]);

    /// <summary>A token of a service.</summary>
    public string Service(params string[] scopes) => Sign(
        "test-service", [new Claim(TokenClaims.Kind, TokenClaims.ServiceKind), new Claim(TokenClaims.Scope, string.Join(' ', scopes))]);

    /// <summary>A token with these claims; what is not given is as it should be.</summary>
    public string Sign(
        string subject,
        IEnumerable<Claim> claims,
        string? audience = null,
        string? issuer = null,
        DateTimeOffset? expires = null,
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        string type = "at+jwt",
        DateTimeOffset? notBefore = null)
    {
        var end = (expires ?? TimeProvider.System.GetUtcNow().AddMinutes(30)).UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer.ToString(),
            Audience = audience ?? TokenClaims.Audience,
            TokenType = type,
            Subject = new ClaimsIdentity([new Claim(TokenClaims.Subject, subject), .. claims]),
            NotBefore = notBefore?.UtcDateTime ?? end.AddHours(-1),
            IssuedAt = end.AddHours(-1),
            Expires = end,
            SigningCredentials = new SigningCredentials(key ?? _key, algorithm),
        });
    }

    public ValueTask DisposeAsync() => new(GoAwayAsync());

    private RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = _keys++ == 0 ? "test" : $"test-{_keys}" };
}

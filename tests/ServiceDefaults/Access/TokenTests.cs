using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Tests.ServiceDefaults.Access;

/// <summary>Which tokens are valid.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private static readonly Claim[] Service = [new(TokenClaims.Kind, TokenClaims.ServiceKind), new(TokenClaims.Scope, "things.read")];

    private RunningHost _host = null!;
    private TestIssuer _issuer = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.GetAsync();
        _host = await RunningHost.StartAsync(_issuer.SettingsFor("Sample"));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_token_of_the_issuer_for_this_audience_is_valid() =>
        Assert.Equal("service:a", await _host.WhoAsync(_issuer.Sign("a", Service)));

    [Fact]
    public async Task Without_a_token_the_answer_says_how_to_send_one()
    {
        using var answer = await _host.AskAsync(null);

        Assert.Equal("unauthenticated", (await ToldProblem.ReadAsync(answer, HttpStatusCode.Unauthorized)).Code);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    public static TheoryData<string> Bad =>
    [
        "expired", "not yet valid", "foreign issuer", "foreign audience", "wrong key", "wrong key of another name", "tampered", "alg none", "hs256",
        "identity token", "no type", "nonsense", "three parts of nonsense",
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_token_is_none(string fault)
    {
        using var answer = await _host.AskAsync(TokenWith(fault));

        Assert.Equal("unauthenticated", (await ToldProblem.ReadAsync(answer, HttpStatusCode.Unauthorized)).Code);
        Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_token_does_not_close_what_is_open() =>
        Assert.Equal("anonymous", await _host.WhoAsync(TokenWith("expired"), "/open"));

    [Fact]
    public async Task Another_scheme_is_no_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/things");
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {_issuer.Sign("a", Service)}");
        using var answer = await _host.Http.SendAsync(request);

        await ToldProblem.ReadAsync(answer, HttpStatusCode.Unauthorized);
    }

    private string TokenWith(string fault) => fault switch
    {
        "expired" => _issuer.Sign("a", Service, expires: TimeProvider.System.GetUtcNow().AddMinutes(-1)),
        "not yet valid" => _issuer.Sign("a", Service, notBefore: TimeProvider.System.GetUtcNow().AddMinutes(2)),
        "foreign issuer" => _issuer.Sign("a", Service, issuer: "http://issuer.test.evil/"),
        "foreign audience" => _issuer.Sign("a", Service, audience: "another"),
        "wrong key" => _issuer.Sign("a", Service, key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = _issuer.Key.KeyId }),
        "wrong key of another name" => _issuer.Sign("a", Service, key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "another" }),
        "tampered" => Tampered(_issuer.Sign("a", Service)),
        "alg none" => Unsigned(_issuer.Sign("a", Service)),
        // The public key as a shared secret: whoever can read it could sign.
        "hs256" => _issuer.Sign(
            "a",
            Service,
            key: new SymmetricSecurityKey(_issuer.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = _issuer.Key.KeyId },
            algorithm: SecurityAlgorithms.HmacSha256),
        "identity token" => _issuer.Sign("a", Service, type: "JWT"),
        "no type" => _issuer.Sign("a", Service, type: ""),
        "three parts of nonsense" => "a.b.c",
        _ => fault,
    };

    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("things.read", "things.write", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
    }

    private static string Unsigned(string token) =>
        $"{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"at+jwt"}"""))}.{token.Split('.')[1]}.";
}

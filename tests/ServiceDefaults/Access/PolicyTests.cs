using System.Net;
using System.Security.Claims;
using Grpc.Core;
using Grpc.Net.Client;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Access;

/// <summary>What a valid token allows.</summary>
public sealed class PolicyTests : IAsyncLifetime
{
    private static readonly Guid Organisation = Guid.CreateVersion7();

    private RunningHost _host = null!;
    private TestIssuer _issuer = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.GetAsync();
        _host = await RunningHost.StartAsync(_issuer.SettingsFor("Sample"));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Staff_may_by_one_of_its_roles_and_is_named_by_its_account()
    {
        var account = Guid.CreateVersion7();

        Assert.Equal($"staff:{account}", await _host.WhoAsync(_issuer.Staff(account, "reader")));
        Assert.Equal($"staff:{account}", await _host.WhoAsync(_issuer.Staff(account, "stranger", "keeper"), "/things", HttpMethod.Post));
    }

    [Fact]
    public async Task A_partner_and_a_service_may_by_scope()
    {
        Assert.Equal($"client:client-of-{Organisation}", await _host.WhoAsync(_issuer.Partner(Organisation, "other", "things.read")));
        Assert.Equal("service:test-service", await _host.WhoAsync(_issuer.Service("things.read")));
    }

    [Fact]
    public async Task Who_may_not_is_told_which_scope_is_missing()
    {
        using var answer = await _host.AskAsync(_issuer.Partner(Organisation, "things.write"));

        Assert.Equal("forbidden", (await ToldProblem.ReadAsync(answer, HttpStatusCode.Forbidden)).Code);
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"things.read\"", answer.Headers.WwwAuthenticate.ToString());
    }

    public static TheoryData<string> Powerless =>
    [
        "staff without a role", "staff with another role", "staff with a scope but no role", "partner with a role but no scope",
        "partner without an organisation", "partner with an organisation that is none", "service without a scope",
        "service with part of the scope's name", "of an unknown kind", "of no kind", "without a subject",
    ];

    [Theory]
    [MemberData(nameof(Powerless))]
    public async Task A_valid_token_without_the_right_may_not(string who) =>
        Assert.Equal("forbidden", await _host.RefusedAsync(TokenOf(who), HttpStatusCode.Forbidden));

    [Fact]
    public async Task An_endpoint_that_names_no_policy_is_closed_to_all()
    {
        Assert.Equal("unauthenticated", await _host.RefusedAsync(null, HttpStatusCode.Unauthorized, "/forgotten"));
        Assert.Equal("forbidden", await _host.RefusedAsync(_issuer.Service("things.read"), HttpStatusCode.Forbidden, "/forgotten"));
        Assert.Equal("forbidden", await _host.RefusedAsync(_issuer.Staff("keeper"), HttpStatusCode.Forbidden, "/forgotten"));
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_not_found_and_not_forbidden()
    {
        Assert.Equal("not_found", await _host.RefusedAsync(_issuer.Staff("keeper"), HttpStatusCode.NotFound, "/nothing"));
        using var answer = await _host.AskAsync(_issuer.Staff("keeper"), "/things", HttpMethod.Delete);
        Assert.Equal("method_not_allowed", (await ToldProblem.ReadAsync(answer, HttpStatusCode.MethodNotAllowed)).Code);
    }

    [Fact]
    public async Task Over_gRPC_it_is_unauthenticated_or_permission_denied()
    {
        Assert.Equal("service:test-service", await OpenAsync(_issuer.Service("things.read")));
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => OpenAsync(null))).StatusCode);
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => OpenAsync("a.b.c"))).StatusCode);
        Assert.Equal(
            StatusCode.PermissionDenied,
            (await Assert.ThrowsAsync<RpcException>(() => OpenAsync(_issuer.Service("things.write")))).StatusCode);
    }

    private async Task<string> OpenAsync(string? token)
    {
        using var channel = GrpcChannel.ForAddress(
            _host.Addresses.Grpc, new GrpcChannelOptions { HttpHandler = new BearerToken(token), DisposeHttpClient = true });
        return (await new Vault.VaultClient(channel).OpenAsync(new SayRequest())).Text;
    }

    private string TokenOf(string who) => who switch
    {
        "staff without a role" => _issuer.Staff(),
        "staff with another role" => _issuer.Staff("stranger", "things.read"),
        "staff with a scope but no role" => Sign((TokenClaims.Kind, TokenClaims.StaffKind), (TokenClaims.Scope, "things.read")),
        "partner with a role but no scope" => Sign(
            (TokenClaims.Kind, TokenClaims.PartnerKind), (TokenClaims.Organisation, $"{Organisation}"), (TokenClaims.Role, "keeper")),
        "partner without an organisation" => Sign((TokenClaims.Kind, TokenClaims.PartnerKind), (TokenClaims.Scope, "things.read")),
        "partner with an organisation that is none" => Sign(
            (TokenClaims.Kind, TokenClaims.PartnerKind), (TokenClaims.Organisation, "all"), (TokenClaims.Scope, "things.read")),
        "service without a scope" => _issuer.Service(),
        "service with part of the scope's name" => _issuer.Service("things", "read", "things.reader"),
        "of an unknown kind" => Sign((TokenClaims.Kind, "machine"), (TokenClaims.Organisation, $"{Organisation}"), (TokenClaims.Scope, "things.read")),
        "of no kind" => Sign((TokenClaims.Organisation, $"{Organisation}"), (TokenClaims.Scope, "things.read")),
        _ => _issuer.Sign("", [new Claim(TokenClaims.Kind, TokenClaims.ServiceKind), new Claim(TokenClaims.Scope, "things.read")]),
    };

    private string Sign(params (string Type, string Value)[] claims) =>
        _issuer.Sign("a", claims.Select(claim => new Claim(claim.Type, claim.Value)));
}

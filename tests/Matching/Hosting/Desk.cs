using System.Text.Json.Nodes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Messaging;
using Kommunebro.Testing;
using Client = Kommunebro.Contracts.Matching.V1.Matching.MatchingClient;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>The people around a server: staff and other services by gRPC, partner systems by REST, and what others were told.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly TestIssuer _issuer;
    private readonly List<IDisposable> _open = [];

    private Desk(MatchingServer server, TestIssuer issuer)
    {
        (Server, _issuer) = (server, issuer);
        Ks = Staff(Guid.CreateVersion7(), StaffRole.KsCoordinator);
        Auc = Staff(Guid.CreateVersion7(), StaffRole.AucCoordinator);
        Both = Staff(Guid.CreateVersion7(), StaffRole.KsCoordinator, StaffRole.AucCoordinator);
        Viewer = Staff(Guid.CreateVersion7(), StaffRole.Viewer);
        Services = As(issuer.Service(AccessPolicies.LinksCreate, AccessPolicies.AnswersRelay));
    }

    public MatchingServer Server { get; }

    public Client Ks { get; }

    public Client Auc { get; }

    public Client Both { get; }

    public Client Viewer { get; }

    public Client Services { get; }

    public static async Task<Desk> OpenAsync(params IEnumerable<object> world) => await OpenAsync(new MatchingServerOptions(), world);

    public static async Task<Desk> OpenAsync(MatchingServerOptions options, params IEnumerable<object> world)
    {
        var server = await MatchingServer.StartAsync(options);
        await server.HearAsync(world);
        return new Desk(server, await TestIssuer.GetAsync());
    }

    public Client Staff(Guid account, params string[] roles) => As(_issuer.Staff(account, roles));

    /// <summary>A client that carries <paramref name="token"/>.</summary>
    public Client As(string token)
    {
        var channel = GrpcChannel.ForAddress(
            Server.GrpcAddress, new GrpcChannelOptions { HttpHandler = new BearerToken(token), DisposeHttpClient = true });
        _open.Add(channel);
        return new Client(channel);
    }

    /// <summary>A partner's system with these scopes, whose organisation acts for these municipalities.</summary>
    public async Task<HttpClient> PartnerAsync(IReadOnlyList<string> codes, params string[] scopes)
    {
        var organisation = Guid.CreateVersion7();
        await Server.HearAsync(new OrganisationChanged(organisation, 1, "Partner", codes, Active: true));
        var http = Server.ClientWith(_issuer.Partner(organisation, scopes));
        _open.Add(http);
        return http;
    }

    /// <summary>A system that may read proposals and partnerships, and answer, for <paramref name="codes"/>.</summary>
    public Task<HttpClient> PartnerOfAsync(params string[] codes) => PartnerAsync(
        codes, AccessPolicies.ProposalsRead, AccessPolicies.ProposalsAnswer, AccessPolicies.PartnershipsRead);

    /// <summary>Staff by REST.</summary>
    public HttpClient StaffHttp(params string[] roles)
    {
        var http = Server.ClientWith(_issuer.Staff(roles));
        _open.Add(http);
        return http;
    }

    /// <summary>What was told under this name, in order.</summary>
    public async Task<IReadOnlyList<JsonObject>> ToldAsync(string message)
    {
        var all = await Server.Database.ScalarAsync<string>(
            $"select coalesce(jsonb_agg(body::jsonb order by position), '[]')::text from outbox where name = '{message}'");
        return [.. JsonNode.Parse(all!)!.AsArray().Select(body => body!.AsObject())];
    }

    /// <summary>The events of proposals or partnerships by name, in order.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string message) =>
        [.. (await ToldAsync(message)).Select(body => (string)body["event"]!)];

    /// <summary>The code of the refusal that <paramref name="call"/> meets; fails when there is none.</summary>
    public static async Task<string> RefusalAsync<T>(AsyncUnaryCall<T> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call);
        return refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? refused.StatusCode.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
            open.Dispose();
        // A client hears nothing of a bug; whoever reads the failed test should.
        foreach (var error in Server.Logs.Errors)
            TestContext.Current.TestOutputHelper?.WriteLine(error);
        await Server.DisposeAsync();
    }
}

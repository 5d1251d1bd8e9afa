using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Notification.Hosting;

/// <summary>Who can be written to, and which links were asked for.</summary>
public sealed class Neighbourhood
{
    private int _links;

    public ConcurrentDictionary<string, List<Contact>> Contacts { get; } = new();

    public ConcurrentDictionary<string, List<StaffAccount>> Staff { get; } = new();

    /// <summary>What registry's snapshot says; a test's places come as events.</summary>
    public ConcurrentQueue<Municipality> Snapshot { get; } = new();

    /// <summary>The links that were made: proposal and side.</summary>
    public ConcurrentQueue<(string Proposal, string Side, string Token)> Links { get; } = new();

    /// <summary>The links by which people choose passwords: account, and whether it was invited.</summary>
    public ConcurrentQueue<(string Account, bool Invitation, string Token)> PasswordLinks { get; } = new();

    /// <summary>The accounts for which identity refuses a link: they are inactive, or have a password already.</summary>
    public ConcurrentDictionary<string, bool> WithoutLink { get; } = new();

    /// <summary>The e-mail of each account when a link is made for it: another one than staff has when it changed in between.</summary>
    public ConcurrentDictionary<string, string> EmailsAtLink { get; } = new();

    /// <summary>A number that no other link of this neighbourhood has; they are asked for side by side.</summary>
    public int NextLink() => Interlocked.Increment(ref _links);

    /// <summary>True: matching says that nobody is asked any more.</summary>
    public bool IsAnswered { get; set; }
}

/// <summary>Registry, identity and matching as far as notification asks them, over real gRPC, with what a test puts into them.</summary>
public sealed class Neighbours : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Neighbours(WebApplication app) => _app = app;

    public static async Task<Neighbours> StartAsync(int port, Neighbourhood content)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ListenLocalhost(port, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(content);
        var app = builder.Build();
        app.MapGrpcService<RegistryFace>();
        app.MapGrpcService<IdentityFace>();
        app.MapGrpcService<MatchingFace>();
        await app.StartAsync();
        return new Neighbours(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void RequireToken(ServerCallContext context)
    {
        if (context.RequestHeaders.GetValue("authorization")?.StartsWith("Bearer ", StringComparison.Ordinal) != true)
            throw new RpcException(new Status(StatusCode.Unauthenticated, "no token"));
    }

    private sealed class RegistryFace(Neighbourhood content) : Contracts.Registry.V1.Registry.RegistryBase
    {
        public override async Task StreamMunicipalities(
            StreamMunicipalitiesRequest request, IServerStreamWriter<Municipality> responseStream, ServerCallContext context)
        {
            RequireToken(context);
            foreach (var municipality in content.Snapshot)
                await responseStream.WriteAsync(municipality);
        }

        public override Task<ListContactsReply> ListContacts(ListContactsRequest request, ServerCallContext context)
        {
            RequireToken(context);
            var reply = new ListContactsReply();
            reply.Contacts.AddRange(content.Contacts.GetValueOrDefault(request.MunicipalityId, []));
            return Task.FromResult(reply);
        }
    }

    private sealed class IdentityFace(Neighbourhood content) : Contracts.Identity.V1.Identity.IdentityBase
    {
        public override Task<ListStaffReply> ListStaff(ListStaffRequest request, ServerCallContext context)
        {
            RequireToken(context);
            var reply = new ListStaffReply();
            reply.Accounts.AddRange(content.Staff.GetValueOrDefault(request.Role, []));
            return Task.FromResult(reply);
        }

        public override Task<CreatePasswordLinkReply> CreatePasswordLink(CreatePasswordLinkRequest request, ServerCallContext context)
        {
            RequireToken(context);
            if (content.WithoutLink.ContainsKey(request.AccountId))
                throw new RpcException(new Status(StatusCode.FailedPrecondition, "account_inactive"));
            var token = $"password-{content.NextLink()}".PadRight(43, '_');
            content.PasswordLinks.Enqueue((request.AccountId, request.Invitation, token));
            var end = new DateTimeOffset(2027, 1, 31, 12, 0, 0, TimeSpan.Zero);
            return Task.FromResult(new CreatePasswordLinkReply
            {
                Token = token, ExpiresAt = end.ToString("O", CultureInfo.InvariantCulture), Email = content.EmailsAtLink[request.AccountId],
            });
        }
    }

    private sealed class MatchingFace(Neighbourhood content) : Contracts.Matching.V1.Matching.MatchingBase
    {
        public override Task<AnswerLink> CreateAnswerLink(CreateAnswerLinkRequest request, ServerCallContext context)
        {
            RequireToken(context);
            if (content.IsAnswered)
                throw new RpcException(new Status(StatusCode.FailedPrecondition, "already_answered"));
            // As long as real ones, so that a letter that broke the link in two would be seen.
            var token = $"token-{content.NextLink()}".PadRight(43, '_');
            content.Links.Enqueue((request.ProposalId, request.Side, token));
            var end = new DateTimeOffset(2027, 1, 31, 12, 0, 0, TimeSpan.Zero);
            return Task.FromResult(new AnswerLink { Token = token, ExpiresAt = end.ToString("O", CultureInfo.InvariantCulture) });
        }
    }
}

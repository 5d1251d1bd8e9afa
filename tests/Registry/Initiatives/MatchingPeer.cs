using Grpc.Core;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MatchingBase = Kommunebro.Contracts.Matching.V1.Matching.MatchingBase;

namespace Kommunebro.Tests.Registry.Initiatives;

/// <summary>A peer that speaks matching's contract over real gRPC, and tells the partnerships that a test puts into it.</summary>
internal sealed class MatchingPeer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MatchingPeer(WebApplication app) => _app = app;

    public static async Task<MatchingPeer> StartAsync(int port, params PartnershipChanged[] partnerships)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(partnerships);
        var app = builder.Build();
        app.MapGrpcService<Face>();
        await app.StartAsync();
        return new MatchingPeer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Face(PartnershipChanged[] partnerships) : MatchingBase
    {
        public override async Task StreamPartnerships(
            StreamPartnershipsRequest request, IServerStreamWriter<PartnershipItem> responseStream, ServerCallContext context)
        {
            Assert.StartsWith("Bearer ", context.RequestHeaders.GetValue("authorization"), StringComparison.Ordinal);
            foreach (var partnership in partnerships)
                await responseStream.WriteAsync(new PartnershipItem
                {
                    PartnershipId = $"{partnership.PartnershipId}", Version = partnership.Version, Exists = partnership.Exists,
                    HromadaId = $"{partnership.HromadaId}", SupplierId = $"{partnership.SupplierId}",
                });
        }
    }
}

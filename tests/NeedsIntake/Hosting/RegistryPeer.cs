using Grpc.Core;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegistryBase = Kommunebro.Contracts.Registry.V1.Registry.RegistryBase;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>A peer that speaks registry's contract over real gRPC and serves what a test puts into it.</summary>
public sealed class RegistryPeer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RegistryPeer(WebApplication app) => _app = app;

    public static async Task<RegistryPeer> StartAsync(
        int port, IReadOnlyList<AreaChanged> areas, IReadOnlyList<MunicipalityChanged> municipalities)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ListenLocalhost(port, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new Content(areas, municipalities));
        var app = builder.Build();
        app.MapGrpcService<Face>();
        await app.StartAsync();
        return new RegistryPeer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed record Content(IReadOnlyList<AreaChanged> Areas, IReadOnlyList<MunicipalityChanged> Municipalities);

    private sealed class Face(Content content) : RegistryBase
    {
        public override async Task StreamSnapshot(
            StreamSnapshotRequest request, IServerStreamWriter<SnapshotItem> responseStream, ServerCallContext context)
        {
            Assert.True(request.WithoutOffers);
            foreach (var area in content.Areas)
                await responseStream.WriteAsync(new SnapshotItem { Area = area.ToSnapshot() });
            foreach (var municipality in content.Municipalities)
                await responseStream.WriteAsync(new SnapshotItem { Municipality = municipality.ToSnapshot() });
        }
    }
}

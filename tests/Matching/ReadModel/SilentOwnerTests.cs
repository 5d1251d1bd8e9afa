using Grpc.Core;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Testing;
using Kommunebro.Tests.Matching.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegistryBase = Kommunebro.Contracts.Registry.V1.Registry.RegistryBase;

namespace Kommunebro.Tests.Matching.ReadModel;

public sealed class SilentOwnerTests
{
    [Fact]
    public async Task An_owner_that_falls_silent_in_mid_snapshot_is_asked_again()
    {
        var port = FreePort.Next();
        var peer = new SilentFirst();
        await using var registry = Build(port, peer);
        await registry.StartAsync();
        await using var server = await MatchingServer.StartAsync(new MatchingServerOptions { OwnersAreRead = false, Registry = port });
        await Eventually.TrueAsync(() => Task.FromResult(peer.Asked == 1), "registry was asked");

        server.Clock.Advance(TimeSpan.FromMinutes(4));
        await Task.Delay(200);
        Assert.Equal(1, peer.Asked);
        server.Clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.TrueAsync(
            async () => await server.Database.ScalarAsync<long>("select count(*) from bootstraps") == 1, "registry has been read");
        Assert.Equal(2, peer.Asked);
    }

    private static WebApplication Build(int port, SilentFirst peer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ListenLocalhost(port, listener => listener.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(peer);
        var app = builder.Build();
        app.MapGrpcService<SilentFirst>();
        return app;
    }

    /// <summary>A peer at registry's contract that sends one item and no more; when it is asked again it comes to the end.</summary>
    private sealed class SilentFirst : RegistryBase
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public override async Task StreamSnapshot(
            StreamSnapshotRequest request, IServerStreamWriter<SnapshotItem> responseStream, ServerCallContext context)
        {
            var time = Interlocked.Increment(ref _asked);
            await responseStream.WriteAsync(new SnapshotItem { Area = World.Water.ToSnapshot() });
            if (time == 1)
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
    }
}

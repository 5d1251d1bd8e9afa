using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>The other services' faces on one real port.</summary>
public sealed class BackendServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BackendServer(WebApplication app) => _app = app;

    public Heard Heard => _app.Services.GetRequiredService<Heard>();

    public MatchingBackend Matching => _app.Services.GetRequiredService<MatchingBackend>();

    public static async Task<BackendServer> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listener => listener.Protocols = HttpProtocols.Http2));
        // As needs-intake takes files.
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = 11 * 1024 * 1024);
        builder.Services.AddSingleton<Heard>().AddSingleton<MatchingBackend>();
        var app = builder.Build();
        app.MapGrpcService<RegistryBackend>();
        app.MapGrpcService<OffersBackend>();
        app.MapGrpcService<RegistersBackend>();
        app.MapGrpcService<HistoryBackend>();
        app.MapGrpcService<InitiativesBackend>();
        app.MapGrpcService<ProfilesBackend>();
        app.MapGrpcService<NeedsBackend>();
        app.MapGrpcService<AttachmentsBackend>();
        app.MapGrpcService<ImportsBackend>();
        app.MapGrpcService<MatchingBackend>();
        app.MapGrpcService<NotificationBackend>();
        app.MapGrpcService<IdentityBackend>();
        await app.StartAsync();
        return new BackendServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        Matching.RunEnds.TrySetResult();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

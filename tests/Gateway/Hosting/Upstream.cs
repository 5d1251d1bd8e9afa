using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Gateway.Hosting;

/// <summary>What a service behind the gateway saw of a request.</summary>
public sealed record Seen(string Method, string Path, string Query, Dictionary<string, string> Headers, long BodyLength)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>A small real service on a port or a unix socket: it tells each caller what it saw, or does what a test gives it.</summary>
public sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Upstream(WebApplication app) => _app = app;

    /// <summary>As the setting Gateway:Services:X takes it.</summary>
    public string Address => _app.Urls.Single().Replace("http://unix:", "unix:", StringComparison.Ordinal);

    /// <summary>Starts it.</summary>
    /// <param name="answer">What it does; null to tell what it saw.</param>
    /// <param name="socket">The path of a unix socket; null for a port.</param>
    /// <param name="port">The port; 0 for any.</param>
    public static async Task<Upstream> StartAsync(RequestDelegate? answer = null, string? socket = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(socket is null ? $"http://127.0.0.1:{port}" : $"http://unix:{socket}");
        builder.WebHost.ConfigureKestrel((KestrelServerOptions kestrel) => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(answer ?? TellAsync);
        await app.StartAsync();
        return new Upstream(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task TellAsync(HttpContext context)
    {
        // The gateway itself asks identity for the keys; what it forwards says for whom.
        if (!context.Request.Headers.ContainsKey("X-Forwarded-For"))
        {
            await RelayAsync(context, (await TestIssuer.GetAsync()).Address);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = context.Request;
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        await context.Response.WriteAsync(JsonSerializer.Serialize(
            new Seen(request.Method, request.Path, request.QueryString.ToString(), headers, body.Length)));
    }

    private static async Task RelayAsync(HttpContext context, Uri issuer)
    {
        using var http = new HttpClient();
        await context.Response.WriteAsync(await http.GetStringAsync(new Uri(issuer, context.Request.Path)));
    }
}

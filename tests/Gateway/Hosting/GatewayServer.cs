using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Kommunebro.Gateway;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Gateway.Hosting;

/// <summary>The real gateway on a port, in front of one real service that stands for all of them.</summary>
public sealed class GatewayServer : IAsyncDisposable
{
    private static readonly string[] Services = ["Registry", "NeedsIntake", "Matching", "Notification", "Admin"];

    private readonly WebApplication _app;

    private GatewayServer(WebApplication app, Uri origin)
    {
        _app = app;
        Http.BaseAddress = new Uri(app.Urls.Single());
        Http.DefaultRequestHeaders.Host = origin.Authority;
    }

    /// <summary>A caller that names the public origin, as browsers and partners do.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) });

    public IServiceProvider Inside => _app.Services;

    /// <summary>Starts it.</summary>
    /// <param name="upstream">Where every service but identity is; null for an address at which nobody listens.</param>
    /// <param name="settings">Settings on top, without their section.</param>
    /// <param name="log">Takes all log lines.</param>
    /// <param name="isReceived">Whether its spans are made for a receiver.</param>
    public static async Task<GatewayServer> StartAsync(
        Upstream? upstream, Dictionary<string, string?>? settings = null, ConcurrentQueue<string>? log = null, bool isReceived = false)
    {
        var app = GatewayHost.Build(await OptionsAsync(upstream, settings, log, isReceived));
        await app.StartAsync();
        return new GatewayServer(app, app.Services.GetRequiredService<IdentityBackchannel>().Issuer);
    }

    /// <summary>A request without a body.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, null, token, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? body, string? token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        // A refused body must not be on its way when the server hangs up, or the client never sees the answer.
        request.Headers.ExpectContinue = body?.Headers.ContentLength > 1024 * 1024;
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Ends it as a signal does.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<ServiceHostOptions> OptionsAsync(
        Upstream? upstream, Dictionary<string, string?>? settings, ConcurrentQueue<string>? log, bool isReceived)
    {
        var telemetry = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = isReceived ? $"http://127.0.0.1:{FreePort.Next()}" : null };
        var issuer = await TestIssuer.GetAsync();
        var all = issuer.SettingsFor("Gateway");
        all["Gateway:Listen:Http"] = "http://127.0.0.1:0";
        foreach (var service in Services)
            all[$"Gateway:Services:{service}"] = upstream?.Address ?? $"http://127.0.0.1:{FreePort.Next()}";
        foreach (var (name, value) in settings ?? [])
            all[$"Gateway:{name}"] = value;
        return new ServiceHostOptions([])
        {
            SharedProcess = true,
            Configure = configuration => configuration.AddInMemoryCollection(all),
            ConfigureServices = services =>
            {
                // As it ships: what looks at traces must not look past the gateway's own rules.
                services.AddPlatformTelemetry("Gateway", new ConfigurationBuilder().AddInMemoryCollection(telemetry).Build());
                services.RemoveAll<ILoggerProvider>();
                if (log is not null)
                    services.AddSingleton<ILoggerProvider>(new RecordedLines(log));
            },
        };
    }
}

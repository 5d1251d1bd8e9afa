using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

/// <summary>A sample service that listens, and a client that speaks to it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private RunningHost(WebApplication app, RecordedLogs logs)
    {
        App = app;
        Logs = logs;
        Addresses = ListenAddresses.Of(app);
        var http = ServiceAddress.Parse("Http", Addresses.Http);
        var handler = http.CreateHandler();
        handler.Expect100ContinueTimeout = TimeSpan.FromSeconds(30);
        Http = new HttpClient(handler) { BaseAddress = http.Uri };
    }

    public WebApplication App { get; }

    public RecordedLogs Logs { get; }

    public ListenAddresses Addresses { get; }

    public HttpClient Http { get; }

    /// <summary>Starts it with settings such as "Sample:Listen:Http" on top of its defaults.</summary>
    public static async Task<RunningHost> StartAsync(
        Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, string section = "Sample")
    {
        var logs = new RecordedLogs();
        var app = SampleHost.Build(section, Options(settings, own =>
        {
            own.AddSingleton<ILoggerProvider>(logs);
            services?.Invoke(own);
        }));
        try
        {
            await app.StartAsync();
            return new RunningHost(app, logs);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public static ServiceHostOptions Options(Dictionary<string, string?>? settings, Action<IServiceCollection>? services = null) => new([])
    {
        SharedProcess = true,
        Configure = configuration => configuration.AddInMemoryCollection(settings),
        ConfigureServices = services,
    };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }
}

/// <summary>One sample service for the tests of a class, which only ask it something.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    internal RunningHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

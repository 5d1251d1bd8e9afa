using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Kommunebro.Gateway.Edge;

/// <summary>
/// Notes what the server refuses by itself, before any line of ours: a broken request line, headers that are too large or come too
/// slowly. The status alone, since what was sent may be anything.
/// </summary>
internal sealed partial class BrokenRequests(DiagnosticListener server, ILogger<BrokenRequests> logger)
    : IHostedService, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Event = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = server.Subscribe(this, name => name == Event);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is IFeatureCollection features && features.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException bad)
            Log.Refused(logger, bad.StatusCode);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _subscription = null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A request that cannot be read was refused with {Status}")]
        public static partial void Refused(ILogger logger, int status);
    }
}

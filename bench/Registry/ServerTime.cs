using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Kommunebro.Bench.Registry;

/// <summary>How long the server took for each request: what ASP.NET Core measures itself, from the request's head to the answer's end.</summary>
internal sealed class ServerTime : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentBag<double> _milliseconds = [];

    public ServerTime()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "http.server.request.duration") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => _milliseconds.Add(seconds * 1000));
        _listener.Start();
    }

    /// <summary>All since the last time.</summary>
    public IReadOnlyList<double> Take()
    {
        var all = _milliseconds.ToArray();
        _milliseconds.Clear();
        return all;
    }

    public void Dispose() => _listener.Dispose();
}

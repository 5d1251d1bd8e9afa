using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

internal sealed record RecordedLog(LogLevel Level, string Category, string Message, Exception? Error);

/// <summary>Keeps what a host logs.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<RecordedLog> _logs = new();

    public IReadOnlyList<RecordedLog> Warnings => [.. _logs.Where(log => log.Level >= LogLevel.Warning)];

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, _logs);

    public void Dispose()
    {
    }

    private sealed class Recorder(string category, ConcurrentQueue<RecordedLog> logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Enqueue(new RecordedLog(logLevel, category, formatter(state, exception), exception));
    }
}

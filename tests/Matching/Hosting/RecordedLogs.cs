using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>Keeps what a host logs, its SQL included.</summary>
public sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, string Text)> _lines = new();

    /// <summary>The SQL commands so far.</summary>
    public IReadOnlyList<string> Sql =>
        [.. _lines.Where(line => line.Category == "Microsoft.EntityFrameworkCore.Database.Command").Select(line => line.Text)];

    /// <summary>What went wrong without being foreseen.</summary>
    public IEnumerable<string> Errors => _lines.Select(line => line.Text).Where(text => text.StartsWith("Error ", StringComparison.Ordinal));

    /// <summary>Everything so far.</summary>
    public IEnumerable<string> Lines => _lines.Select(line => line.Text);

    public bool Has(string text) => _lines.Any(line => line.Text.Contains(text, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Recorder(string category, ConcurrentQueue<(string Category, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, $"{logLevel} {formatter(state, exception)} {exception}"));
    }
}

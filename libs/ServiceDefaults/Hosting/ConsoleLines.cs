using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Writes log lines to the console, many at a time: writing each one costs more than forming it, and wakes a thread for it. A line waits
/// for a moment at most; errors do not wait. Scopes are not kept, since no line shows them.
/// </summary>
[ProviderAlias("Console")]
internal sealed class ConsoleLines : ILoggerProvider
{
    private readonly ConsoleFormatter _form;
    private readonly LineBatches _batches = new(Console.OpenStandardOutput());

    /// <summary>Lines in the form of that name, one of those that the framework has.</summary>
    public ConsoleLines(IEnumerable<ConsoleFormatter> forms, string name) => _form = forms.Single(form => form.Name == name);

    /// <summary>In place of the framework's own writer, whose forms it takes.</summary>
    public static void Replace(ILoggingBuilder logging, string form)
    {
        var own = logging.Services.Single(service => service.ImplementationType == typeof(ConsoleLoggerProvider));
        logging.Services.Remove(own);
        logging.Services.AddSingleton<ILoggerProvider>(provider => new ConsoleLines(provider.GetServices<ConsoleFormatter>(), form));
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Lines(_form, _batches, categoryName);

    /// <inheritdoc />
    public void Dispose() => _batches.Dispose();

    private sealed class Lines(ConsoleFormatter form, LineBatches batches, string category) : ILogger
    {
        [ThreadStatic]
        private static StringWriter? _line;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = _line ??= new StringWriter();
            form.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), scopeProvider: null, line);
            batches.Add(line.GetStringBuilder(), atOnce: logLevel >= LogLevel.Error);
            line.GetStringBuilder().Clear();
        }
    }
}

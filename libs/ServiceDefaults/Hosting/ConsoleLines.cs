using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Writes log lines to the console, many at a time: writing each one costs more than forming it, and wakes a thread for it. A line waits
/// for a moment at most; errors do not wait.
/// </summary>
[ProviderAlias("Console")]
internal sealed class ConsoleLines : ILoggerProvider, ISupportExternalScope
{
    private readonly ConsoleFormatter _form;
    private readonly LineBatches _batches = new(Console.OpenStandardOutput());
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

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
    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    /// <inheritdoc />
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc />
    public void Dispose() => _batches.Dispose();

    private sealed class Lines(ConsoleLines console, string category) : ILogger
    {
        [ThreadStatic]
        private static StringWriter? _line;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => console._scopes.Push(state);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = _line ??= new StringWriter();
            console._form.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), console._scopes, line);
            console._batches.Add(line.GetStringBuilder(), atOnce: logLevel >= LogLevel.Error);
            line.GetStringBuilder().Clear();
        }
    }
}

namespace Kommunebro.Local.Postgres;

/// <summary>How an <see cref="EmbeddedPostgres"/> runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The server binaries; null finds installed ones or fetches them.</summary>
    public PostgresBinaries? Binaries { get; init; }

    /// <summary>Receives what is going on, a line at a time, for the person who waits.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>Server settings by name, on top of the modest ones of the local mode.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

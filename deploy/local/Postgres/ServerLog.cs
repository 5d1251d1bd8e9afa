namespace Kommunebro.Local.Postgres;

/// <summary>The server's log. The server writes it itself, so that it also tells about a stop after we were killed.</summary>
/// <param name="Path">The file.</param>
internal sealed record ServerLog(string Path)
{
    private const long LongestBytes = 10_000_000;

    /// <summary>Makes the log; a long one makes room and is kept as <c>….1</c>.</summary>
    public static async Task<ServerLog> OpenAsync(DataFolder data, ServerAccount account, CancellationToken cancellation)
    {
        var log = new ServerLog(data.File("postgres.log"));
        if (new FileInfo(log.Path) is { Exists: true, Length: > LongestBytes })
            File.Move(log.Path, $"{log.Path}.1", overwrite: true);
        await File.AppendAllTextAsync(log.Path, "", cancellation);
        await account.HandOverAsync(log.Path, cancellation);
        return log;
    }

    /// <summary>Whether the server ended because sessions of a killed one still write to the data.</summary>
    public async Task<bool> SaysOldSessionsRunAsync(CancellationToken cancellation) =>
        (await EndAsync(cancellation)).Exists(line => line.Contains("pre-existing shared memory block", StringComparison.Ordinal));

    /// <summary>Why the server ended before it answered.</summary>
    public async Task<UserError> ExplainEndAsync(CancellationToken cancellation)
    {
        var end = await EndAsync(cancellation);
        return end.Exists(line => line.Contains("No space left on device", StringComparison.Ordinal))
            ? DiskFull.Error(System.IO.Path.GetDirectoryName(Path)!)
            : new UserError($"PostgreSQL did not start. Its log, {Path}, ends with:\n{string.Join('\n', end)}");
    }

    // What this start wrote, at most.
    private async Task<List<string>> EndAsync(CancellationToken cancellation)
    {
        var lines = await File.ReadAllLinesAsync(Path, cancellation);
        var started = Array.FindLastIndex(lines, line => line.Contains("starting PostgreSQL", StringComparison.Ordinal));
        return [.. lines.Skip(started).TakeLast(10)];
    }
}

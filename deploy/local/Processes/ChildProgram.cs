namespace Kommunebro.Local.Processes;

/// <summary>What to run as a <see cref="ChildProcess"/>.</summary>
/// <param name="Path">The program's file, or its name on the PATH.</param>
/// <param name="Arguments">Its arguments; no shell reads them.</param>
public sealed record ChildProgram(string Path, params IReadOnlyList<string> Arguments)
{
    /// <summary>The account to run under; null is our own. Only root can give another.</summary>
    public string? Account { get; init; }

    /// <summary>Variables set, or with a null value removed, on top of our own environment.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where its standard output and error go; null hands them to <see cref="OnOutput"/>, line by line.</summary>
    public string? LogFile { get; init; }

    /// <summary>Receives each line of output, on any thread.</summary>
    public Action<string> OnOutput { get; init; } = _ => { };

    /// <summary>The signal that asks it to end, as <c>kill -s</c> names it.</summary>
    public string EndSignal { get; init; } = "TERM";
}

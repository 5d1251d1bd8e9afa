namespace Kommunebro.Registry.Imports;

/// <summary>Options of an import, as they were given.</summary>
internal sealed class ImportOptions
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    private ImportOptions()
    {
    }

    /// <summary>Whether only to say what would change.</summary>
    public bool DryRun { get; private init; }

    /// <summary>The language of the report: nb, uk or en.</summary>
    public string Language => this["--lang"] ?? "en";

    /// <summary>The value of an option; null where it was not given.</summary>
    public string? this[string name] => _given.GetValueOrDefault(name);

    /// <summary>The options; null where they are malformed, or the language is none of ours.</summary>
    public static ImportOptions? Read(string[] args)
    {
        var options = new ImportOptions { DryRun = args.Contains("--dry-run", StringComparer.Ordinal) };
        string[] named = [.. args.Where(arg => arg != "--dry-run")];
        foreach (var pair in named.Chunk(2))
            if (pair is not [['-', '-', ..], _] || !options._given.TryAdd(pair[0], pair[1])) return null;
        return options.Language is "nb" or "uk" or "en" ? options : null;
    }

    /// <summary>Whether nothing was given but the language and these.</summary>
    public bool AreOnly(params string[] names) => _given.Keys.All(name => name == "--lang" || names.Contains(name, StringComparer.Ordinal));
}

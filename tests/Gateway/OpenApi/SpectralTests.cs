using System.Text.Json;
using Kommunebro.Local.Processes;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>The served description, held against the recommended rules of a linter that partners use (Spectral, from npm, pinned by its lock file).</summary>
public sealed class SpectralTests
{
    [Fact]
    public async Task The_description_breaks_no_recommended_rule()
    {
        var found = await LintAsync(ApiDescriptionTests.CommittedFile());

        Assert.Empty(found.Select(one => $"{one.Code} at {one.Path}: {one.Message}"));
    }

    [Fact]
    public async Task A_fault_would_be_found()
    {
        var file = Path.Combine(TemporaryFolder.Create("spectral"), "v1.json");
        var text = await File.ReadAllTextAsync(ApiDescriptionTests.CommittedFile());
        await File.WriteAllTextAsync(file, text
            .Replace("\"operationId\": \"SubmitNeed\"", "\"operationId\": \"FindNeeds\"", StringComparison.Ordinal)
            .Replace("\"horizon\": \"medium\"", "\"horizon\": 7", StringComparison.Ordinal));

        var found = (await LintAsync(file)).Select(one => one.Code).ToList();

        Assert.Contains("operation-operationId-unique", found);
        Assert.Contains("oas3-valid-media-example", found);
    }

    private static async Task<IReadOnlyList<(string Code, string Path, string Message)>> LintAsync(string file)
    {
        var folder = await Linter.Folder.Value;
        var report = Path.Combine(TemporaryFolder.Create("spectral"), "report.json");
        var run = await Command.RunAsync(
            Path.Combine(folder, "node_modules", ".bin", "spectral"),
            ["lint", file, "--ruleset", Path.Combine(folder, "ruleset.yaml"), "--format", "json", "--output", report, "--quiet"],
            folder: folder);
        // 0: nothing found; 1: something; 2: it could not look.
        Assert.True(run.ExitCode is 0 or 1, $"{run.Output}{run.Error}");
        using var found = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        return [.. found.RootElement.EnumerateArray().Select(one => (
            one.GetProperty("code").GetString()!,
            string.Join('.', one.GetProperty("path").EnumerateArray()),
            one.GetProperty("message").GetString()!))];
    }

    private static class Linter
    {
        public static readonly Lazy<Task<string>> Folder = new(InstallAsync);

        private static async Task<string> InstallAsync()
        {
            var folder = TemporaryFolder.Create("spectral");
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "OpenApi", "spectral")))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var npm = await Command.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder: folder);
            if (npm.ExitCode == 127)
                MissingTool.Skip("Node with npm", "npm", "install Node from its makers");
            return npm.Succeeded ? folder : throw new InvalidOperationException($"npm could not fetch Spectral: {npm.Error}");
        }
    }
}

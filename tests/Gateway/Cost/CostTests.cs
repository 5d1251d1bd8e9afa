using System.Runtime.CompilerServices;
using Kommunebro.Local.Processes;

namespace Kommunebro.Tests.Gateway.Cost;

/// <summary>What the gateway costs beside a bare proxy, as bench/Gateway measures it.</summary>
public sealed class CostTests
{
    /// <summary>
    /// The goal is 1.5, on a machine that has nothing else to do. Where other tests run at the same time, rounds of the same build lie
    /// up to a fifth apart; this is far enough above not to fail by that, and far below what a step too many costs.
    /// </summary>
    private const string Most = "1.8";

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_request_takes_little_more_processor_time_than_in_a_bare_proxy()
    {
        // Build servers that stay behind would hold the output open.
        var environment = new Dictionary<string, string?>
        {
            ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        };

        var run = await Command.RunAsync(
            "dotnet", ["run", "--configuration", "Release", "--project", Bench(), "--", "--seconds", "4", "--most", Most], environment: environment);

        TestContext.Current.SendDiagnosticMessage(run.Output);
        Assert.Contains("ratio", run.Output, StringComparison.Ordinal);
        Assert.True(run.Succeeded, $"{run.Output}{run.Error}");
    }

    private static string Bench([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "bench", "Gateway"));
}

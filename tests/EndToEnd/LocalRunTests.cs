using System.Net.Sockets;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>What ./dev run does for a newcomer, and after crashes.</summary>
public sealed class LocalRunTests
{
    [Fact]
    public async Task The_first_run_prints_the_plan_and_the_second_finds_its_data()
    {
        var data = TemporaryFolder.Create("run");

        var first = await RunOnceAsync(data, "en");
        var second = await RunOnceAsync(data, "nb");

        Assert.True(first.ExitCode == 0, first.Output + first.Error);
        Assert.Contains("ILLUSTRATIVE EXAMPLE", first.Output, StringComparison.Ordinal);
        Assert.Contains("Who could help whom", first.Output, StringComparison.Ordinal);
        Assert.Contains("Who got nothing, and why", first.Output, StringComparison.Ordinal);
        Assert.Contains("Loading the example", first.Error, StringComparison.Ordinal);
        Assert.True(second.ExitCode == 0, second.Output + second.Error);
        Assert.Contains("Hvem kan hjelpe hvem", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Loading the example", second.Error, StringComparison.Ordinal);
        // Nothing has changed: the plan of the first is shown.
        Assert.Equal(Totals(first.Output), Totals(second.Output));
    }

    [Fact]
    public async Task After_kill_9_in_mid_load_the_next_start_has_everything_once()
    {
        var data = TemporaryFolder.Create("killed");
        await using (var loading = await OneProcess.BeginAsync(data))
        {
            await Eventually.TrueAsync(
                () => Task.FromResult(loading.Output.Contains("Loading the example: needs", StringComparison.Ordinal)), "needs are being loaded");
            await loading.KillAsync();
        }

        await using var platform = await OneProcess.StartAsync(data);

        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "needs.json")))!["items"]!.AsArray().Count;
        using var staff = new Door(platform.Origin, platform.Tokens.Of(StaffRole.KsCoordinator, StaffRole.AucCoordinator));
        Assert.Equal(expected, (await staff.ListAsync("needs")).Count);
        Assert.Equal(42, (await staff.ListAsync("offers")).Count);
        Assert.Equal(9, (await staff.ListAsync("expressions-of-interest")).Count);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_line()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var run = await ServiceProcess.RunAsync(
            "Kommunebro.Local", ["--once", "--data", TemporaryFolder.Create("port"), "--port", $"{port}"], new Dictionary<string, string?>());

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"Port {port} is taken. Stop the program that listens there, or choose another one with --port.", run.Error.Trim());
    }

    [Theory]
    [InlineData("--lang", "de", "--lang takes nb, uk, en, not 'de'.")]
    [InlineData("--port", "70000", "--port takes a port from 1 to 65535, not '70000'.")]
    [InlineData("--colour", "red", "There is no option '--colour'.")]
    [InlineData("--postgres", "nonsense", "--postgres is no connection string")]
    public async Task A_wrong_option_is_told_with_the_right_ones(string option, string value, string told)
    {
        var run = await ServiceProcess.RunAsync(
            "Kommunebro.Local", ["--once", "--data", TemporaryFolder.Create("options"), option, value], new Dictionary<string, string?>());

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_cleanly_when_asked_to()
    {
        await using var platform = await OneProcess.BeginAsync(TemporaryFolder.Create("stop"));

        await platform.StopAsync();

        Assert.DoesNotContain("fail:", platform.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", platform.Output, StringComparison.Ordinal);
    }

    private static string Totals(string output) => string.Concat(output.Split('╯')[^1].Where(char.IsAsciiDigit));

    private static Task<Kommunebro.Local.Processes.Command> RunOnceAsync(string data, string language) => ServiceProcess.RunAsync(
        "Kommunebro.Local",
        ["--once", "--data", data, "--lang", language, "--port", $"{FreePort.Next()}"],
        new Dictionary<string, string?>());
}

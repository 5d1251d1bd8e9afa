using System.Globalization;
using System.Security.Cryptography;
using Kommunebro.Bench.Gateway.Servers;

namespace Kommunebro.Bench.Gateway;

/// <summary>
/// CPU time per request of the whole gateway against bare YARP, in the same run, in turns. CPU time and not requests a second: the
/// latter tell more of the machine and of who else works on it. Others make CPU time dearer, too, but for both: so each round has a
/// ratio of its own, and their median counts.
/// </summary>
internal static class Comparison
{
    private const int Rounds = 5;

    /// <summary>Requests by which a server is warm: the compiler's second thoughts are no request's, and come late on a busy machine.</summary>
    private const int Warm = 60_000;

    private const int MostTurnsToWarm = 30;

    private static readonly int[] Connections = [16, 64];

    /// <summary>Prints the figures.</summary>
    /// <param name="time">How long each server is asked in each round.</param>
    /// <param name="most">The greatest ratio that is good.</param>
    /// <returns>0 when all are, otherwise 1.</returns>
    public static async Task<int> RunAsync(TimeSpan time, double most)
    {
        using var key = RSA.Create(2048);
        var pem = key.ExportRSAPrivateKeyPem();
        var tokens = Enumerable.Range(0, 8).Select(_ => BenchToken.Of(key, Guid.CreateVersion7())).ToList();
        using var upstream = await ServerProcess.StartAsync("upstream", pem);
        using var bare = await ServerProcess.StartAsync("bare", pem, upstream.Address.ToString());
        using var gateway = await ServerProcess.StartAsync("gateway", pem, upstream.Address.ToString());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, load {Load()}, .NET {Environment.Version}, {Rounds} rounds of {time.TotalSeconds:0} s, median"));
        await WarmAsync(bare, time, tokens);
        await WarmAsync(gateway, time, tokens);
        Console.WriteLine("connections   bare YARP µs   gateway µs   ratio");
        var isGood = true;
        foreach (var connections in Connections)
        {
            var rounds = new List<(double Bare, double Gateway)>();
            for (var round = 0; round < Rounds; round++)
                rounds.Add((await MeasureAsync(bare, connections, time, tokens), await MeasureAsync(gateway, connections, time, tokens)));
            var ratio = Median(rounds.Select(round => round.Gateway / round.Bare));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{connections,11}   {Median(rounds.Select(round => round.Bare)),12:0.0}   {Median(rounds.Select(round => round.Gateway)),10:0.0}   {ratio,5:0.00}"));
            isGood &= ratio <= most;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {Load()} at the end"));
        return isGood ? 0 : 1;
    }

    private static async Task WarmAsync(ServerProcess server, TimeSpan time, IReadOnlyList<string> tokens)
    {
        var answers = 0L;
        for (var turn = 0; turn < MostTurnsToWarm && answers < Warm; turn++)
            answers += await Callers.AskAsync(server.Address, Connections[turn % Connections.Length], time, tokens);
    }

    /// <summary>Microseconds of CPU time a request.</summary>
    private static async Task<double> MeasureAsync(ServerProcess server, int connections, TimeSpan time, IReadOnlyList<string> tokens)
    {
        var before = server.CpuTime;
        var requests = await Callers.AskAsync(server.Address, connections, time, tokens);
        return (server.CpuTime - before).TotalMicroseconds / requests;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <summary>How many programs wanted a core in the last minute; the more, the less the figures say.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
}

using System.Globalization;
using System.Security.Cryptography;
using Kommunebro.Bench.Gateway.Servers;

namespace Kommunebro.Bench.Gateway;

/// <summary>
/// CPU time per request of the whole gateway against bare YARP, in the same run, in turns. CPU time and not requests a second: the
/// latter tell more of the machine and of who else works on it.
/// </summary>
internal static class Comparison
{
    private const int Rounds = 3;

    private static readonly int[] Connections = [16, 64];

    public static async Task<int> RunAsync(TimeSpan time)
    {
        using var key = RSA.Create(2048);
        var pem = key.ExportRSAPrivateKeyPem();
        var tokens = Enumerable.Range(0, 8).Select(_ => BenchToken.Of(key, Guid.CreateVersion7())).ToList();
        using var upstream = await ServerProcess.StartAsync("upstream", pem);
        using var bare = await ServerProcess.StartAsync("bare", pem, upstream.Address.ToString());
        using var gateway = await ServerProcess.StartAsync("gateway", pem, upstream.Address.ToString());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {Rounds} rounds of {time.TotalSeconds:0} s, median"));
        Console.WriteLine("connections   bare YARP µs   gateway µs   ratio");
        foreach (var connections in Connections)
        {
            // The compiler's second thoughts are no request's.
            await MeasureAsync(bare, connections, time / 2, tokens);
            await MeasureAsync(gateway, connections, time / 2, tokens);
            var (ofBare, ofGateway) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                ofBare.Add(await MeasureAsync(bare, connections, time, tokens));
                ofGateway.Add(await MeasureAsync(gateway, connections, time, tokens));
            }

            var (one, other) = (Median(ofBare), Median(ofGateway));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{connections,11}   {one,12:0.0}   {other,10:0.0}   {other / one,5:0.00}"));
        }

        return 0;
    }

    /// <summary>Microseconds of CPU time a request.</summary>
    private static async Task<double> MeasureAsync(ServerProcess server, int connections, TimeSpan time, IReadOnlyList<string> tokens)
    {
        var before = server.CpuTime;
        var requests = await Load.RunAsync(server.Address, connections, time, tokens);
        return (server.CpuTime - before).TotalMicroseconds / requests;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Bench.Registry;

/// <summary>The snapshot that read models start from, beside a plain COPY of the same tables to a client.</summary>
internal static class SnapshotSpeed
{
    private const int Rounds = 5;

    public static async Task MeasureAsync(RunningRegistry registry)
    {
        var (copies, streams, items) = (new List<double>(), new List<double>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            foreach (var table in new[] { "areas", "municipalities", "offers", "offer_areas" })
                await CopyAsync(registry, table);
            copies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            items = await StreamAsync(registry);
            streams.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var (copy, stream) = (Median(copies), Median(streams));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"snapshot of {items} items: COPY {copy:0} ms, registry {stream:0} ms (the first {streams[0]:0}), ratio {stream / copy:0.0}, median of {Rounds}"));
    }

    private static async Task CopyAsync(RunningRegistry registry, string table)
    {
        await using var connection = await registry.Database.OpenConnectionAsync();
        using var copy = await connection.BeginTextExportAsync($"copy {table} to stdout");
        while (await copy.ReadLineAsync() is not null)
        {
            // Read, and no more.
        }
    }

    private static async Task<int> StreamAsync(RunningRegistry registry)
    {
        var items = 0;
        using var call = registry.Grpc.StreamSnapshot(new StreamSnapshotRequest(), registry.AsReadModel);
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            items++;
        return items;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

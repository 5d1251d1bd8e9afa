using Kommunebro.Bench.Registry;

if (args is not [var folder, var database, .. var more] || more is not ([] or ["--seconds", _]))
{
    Console.WriteLine("dotnet run -c Release --project bench/Registry -- FOLDER CONNECTION [--seconds N]   imports, lists and the snapshot of registry beside plain PostgreSQL");
    Console.WriteLine("FOLDER has the reference files (ukraine-hromadas.csv …); CONNECTION leads to an empty database, which is filled.");
    return 2;
}

var time = TimeSpan.FromSeconds(more is [_, var seconds] ? int.Parse(seconds, null) : 5);
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, load {(File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown")}");
await using var registry = await RunningRegistry.StartAsync(database);
await ImportSpeed.MeasureAsync(registry, new ReferenceFiles(folder));
await Offers.FillAsync(registry);
await ListSpeed.MeasureAsync(registry, time);
await SnapshotSpeed.MeasureAsync(registry);
return 0;

using System.Diagnostics;
using System.Globalization;

namespace Kommunebro.Bench.Registry;

/// <summary>Searches and filtered lists over all municipalities, 16 callers at once, beside the same indexed query of one page without anything else.</summary>
internal static class ListSpeed
{
    private const int Callers = 16;

    private static readonly (string What, string Request)[] Lists =
    [
        ("first page", "municipalities?limit=50"),
        ("search, Latin", "municipalities?limit=50&q=Kharkiv"),
        ("search, Cyrillic", "municipalities?limit=50&q=%D1%85%D0%B0%D1%80%D0%BA%D1%96%D0%B2"),
        ("search, misspelt", "municipalities?limit=50&q=Kharkov"),
        ("filtered by region and status", "municipalities?limit=50&country=ua&region=63&status=none"),
        ("filtered by offer", "municipalities?limit=50&area=WAT&minLevel=2&freeCapacity=true"),
        ("unhelped", "municipalities?limit=50&helped=false"),
        ("by the reader's alphabet", "municipalities?limit=50&sort=name&lang=uk"),
    ];

    public static async Task MeasureAsync(RunningRegistry registry, TimeSpan time)
    {
        using var server = new ServerTime();
        await RepeatAsync(() => BareAsync(registry), time / 2);
        var bare = await RepeatAsync(() => BareAsync(registry), time);
        Console.WriteLine($"{Callers} callers                      p50 ms   p95 ms   p50 / bare   p95 / bare");
        Tell("bare indexed query", bare, bare);
        foreach (var (what, request) in Lists)
        {
            var address = new Uri($"/api/v1/{request}", UriKind.Relative);
            await RepeatAsync(() => AskAsync(registry, address), time / 2);
            server.Take();
            await RepeatAsync(() => AskAsync(registry, address), time);
            Tell(what, server.Take(), bare);
        }

        // One caller after another: what a list costs when nobody waits for the processor.
        await RepeatAsync(() => AskAsync(registry, new Uri("/api/v1/municipalities?limit=50&q=Kharkiv", UriKind.Relative)), time / 2, callers: 1);
        Tell("search, one caller", server.Take(), bare);
    }

    private static async Task AskAsync(RunningRegistry registry, Uri address)
    {
        using var answer = await registry.Http.GetAsync(address);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task BareAsync(RunningRegistry registry)
    {
        await using var command = registry.Database.CreateCommand("select * from municipalities where country = 'ua' order by name, id limit 51");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            reader.GetGuid(0);
    }

    private static async Task<IReadOnlyList<double>> RepeatAsync(Func<Task> work, TimeSpan time, int callers = Callers)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var taken = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                var start = Stopwatch.GetTimestamp();
                await work();
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return taken;
        })));
        return [.. times.SelectMany(taken => taken)];
    }

    private static void Tell(string what, IReadOnlyList<double> times, IReadOnlyList<double> bare) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-30}   {At(times, 0.5),6:0.0}   {At(times, 0.95),6:0.0}   {At(times, 0.5) / At(bare, 0.5),10:0.0}   {At(times, 0.95) / At(bare, 0.95),10:0.0}"));

    private static double At(IReadOnlyList<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));
}

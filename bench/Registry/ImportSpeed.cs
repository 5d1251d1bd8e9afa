using System.Diagnostics;
using System.Globalization;
using Kommunebro.Tables;

namespace Kommunebro.Bench.Registry;

/// <summary>Importing all hromadas and all periods of the list of territories, beside parsing them and a plain COPY of the same rows.</summary>
internal static class ImportSpeed
{
    private const int Rounds = 5;

    public static async Task MeasureAsync(RunningRegistry registry, ReferenceFiles files)
    {
        var (hromadas, periods) = (new List<Times>(), new List<Times>());
        // Not the first, in which the compiler works.
        for (var round = 0; round <= Rounds; round++)
        {
            await registry.ExecuteAsync("truncate municipalities, territory_editions cascade");
            hromadas.Add(await MeasureAsync(registry, files.Codifier(), "katottg?file=codifier.csv", "municipalities", "audit"));
            periods.Add(await MeasureAsync(
                registry, files.Raw("ukraine-territory-status.csv"), "territory?file=status.csv&order=376&published=2025-04-30",
                "territory_editions", "territory_periods", "municipalities", "audit"));
        }

        Console.WriteLine("import             parse ms   COPY ms   registry ms   ratio");
        Tell("1,773 hromadas", hromadas);
        Tell("3,196 periods", periods);
        Tell("both", hromadas.Zip(periods, (one, other) => new Times(one.Parse + other.Parse, one.Copy + other.Copy, one.Registry + other.Registry)));
        await ImportAsync(registry, "klass?file=counties.json&classification=104", files.Klass("counties"));
        await ImportAsync(registry, "klass?file=municipalities.json", files.Klass("municipalities"));
        await ImportAsync(registry, "attributes?file=norway.csv&asOf=2026-01-01", files.Raw("norway-municipalities.csv"));
        await ImportAsync(registry, "attributes?file=ukraine.csv&asOf=2025-05-16", files.Raw("ukraine-hromadas.csv"));
    }

    /// <summary>
    /// An import, beside reading its file into rows as imports do, and a COPY of all rows that it wrote into tables of the same form. Its events are sent and
    /// gone, and not among those.
    /// </summary>
    private static async Task<Times> MeasureAsync(RunningRegistry registry, byte[] file, string register, params string[] tables)
    {
        // The events of the import before are sent beside whatever runs.
        while (await registry.ScalarAsync("select count(*)::text from outbox") != "0")
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        var before = await registry.ScalarAsync("select pg_current_xact_id()::text");
        var own = await TimeAsync(() => ImportAsync(registry, register, file));
        var parse = await TimeAsync(() => Task.FromResult(CsvTable.Read(new MemoryStream(file), TableForm.Requiring())));
        var copy = 0.0;
        foreach (var table in tables)
        {
            var plain = await PlainTable.LikeAsync(registry, table, before);
            copy += await TimeAsync(plain.FillAsync);
        }

        return new Times(parse, copy, own);
    }

    private static void Tell(string what, IEnumerable<Times> rounds)
    {
        var median = rounds.Skip(1).OrderBy(times => times.Ratio).ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-18} {median.Parse,8:0}   {median.Copy,7:0}   {median.Registry,11:0}   {median.Ratio,5:0.0}"));
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task ImportAsync(RunningRegistry registry, string register, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var answer = await registry.Http.PutAsync(new Uri($"/api/v1/imports/{register}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode || (!text.Contains("\"taken\"", StringComparison.Ordinal) && !text.Contains("\"dry_run\"", StringComparison.Ordinal)))
            throw new InvalidOperationException($"{register}: {text[..Math.Min(text.Length, 1000)]}");
    }

    /// <summary>In ms.</summary>
    private sealed record Times(double Parse, double Copy, double Registry)
    {
        public double Ratio => Registry / (Parse + Copy);
    }
}

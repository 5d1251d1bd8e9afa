using System.Diagnostics;
using System.Globalization;
using NpgsqlTypes;

namespace Kommunebro.Bench.Registry;

/// <summary>Importing all hromadas and all periods of the list of territories, beside parsing them and a plain COPY of as many rows.</summary>
internal static class ImportSpeed
{
    public static async Task MeasureAsync(RunningRegistry registry, ReferenceFiles files)
    {
        await registry.ExecuteAsync("create table plain_hromadas (id uuid, code text, name text, oblast text, raion text); create table plain_periods (id uuid, code text, category text, start_date text, end_date text)");
        Console.WriteLine("import                  COPY ms   registry ms   ratio");
        // A dry run before, so that the compiler's work is no import's.
        await ImportAsync(registry, "katottg?file=codifier.csv&dryRun=true", files.Codifier());
        await CopyAsync(registry, files, "ukraine-hromadas.csv", "plain_hromadas", "katottg", "name_uk", "oblast_katottg", "raion_katottg");
        await ImportAsync(registry, "territory?file=status.csv&order=376&published=2025-04-30&dryRun=true", files.Raw("ukraine-territory-status.csv"));
        await TellAsync(
            "1,773 hromadas",
            () => CopyAsync(registry, files, "ukraine-hromadas.csv", "plain_hromadas", "katottg", "name_uk", "oblast_katottg", "raion_katottg"),
            () => ImportAsync(registry, "katottg?file=codifier.csv", files.Codifier()));
        await TellAsync(
            "3,196 periods",
            () => CopyAsync(registry, files, "ukraine-territory-status.csv", "plain_periods", "katottg", "category", "start_date", "end_date"),
            () => ImportAsync(registry, "territory?file=status.csv&order=376&published=2025-04-30", files.Raw("ukraine-territory-status.csv")));
        await ImportAsync(registry, "klass?file=counties.json&classification=104", files.Klass("counties"));
        await ImportAsync(registry, "klass?file=municipalities.json", files.Klass("municipalities"));
        await ImportAsync(registry, "attributes?file=norway.csv&asOf=2026-01-01", files.Raw("norway-municipalities.csv"));
        await ImportAsync(registry, "attributes?file=ukraine.csv&asOf=2025-05-16", files.Raw("ukraine-hromadas.csv"));
    }

    private static async Task TellAsync(string what, Func<Task> plain, Func<Task> import)
    {
        var (copy, own) = (await TimeAsync(plain), await TimeAsync(import));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-21}   {copy,7:0}   {own,11:0}   {own / copy,5:0.0}"));
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task CopyAsync(RunningRegistry registry, ReferenceFiles files, string file, string table, params string[] columns)
    {
        await using var connection = await registry.Database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)");
        foreach (var row in files.Rows(file))
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
            foreach (var column in columns)
                await copy.WriteAsync(row[column], NpgsqlDbType.Text);
        }

        await copy.CompleteAsync();
    }

    private static async Task ImportAsync(RunningRegistry registry, string register, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using var answer = await registry.Http.PutAsync(new Uri($"/api/v1/imports/{register}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode || (!text.Contains("\"taken\"", StringComparison.Ordinal) && !text.Contains("\"dry_run\"", StringComparison.Ordinal)))
            throw new InvalidOperationException($"{register}: {text[..Math.Min(text.Length, 1000)]}");
    }
}

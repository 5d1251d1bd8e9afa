using System.Diagnostics;
using System.Text;
using Kommunebro.Tests.NeedsIntake.Hosting;
using Npgsql;

namespace Kommunebro.Tests.NeedsIntake.Imports;

/// <summary>Ten thousand rows against what nobody can do without: holding them against the rules, and COPY of the bare needs.</summary>
public sealed class ImportSpeedTests : IAsyncLifetime
{
    private const int Rows = 10_000;

    private NeedsServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await NeedsServer.StartAsync(new NeedsServerOptions { MatchingRuns = false });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Ten_thousand_rows_with_one_bad_come_in_and_the_time_is_told_beside_copy()
    {
        await _server.UploadAsync(FileOf("warm up", 1_000), NeedsFile.Csv, "?dryRun=true");
        var (validation, tried) = await TimedAsync(() => _server.UploadAsync(FileOf("measured", Rows), NeedsFile.Csv, "?dryRun=true"));
        var (import, imported) = await TimedAsync(() => _server.UploadAsync(FileOf("measured", Rows), NeedsFile.Csv));
        var copy = await CopyAsync();

        var ratio = import / (copy + validation);
        TestContext.Current.SendDiagnosticMessage(
            "{0} rows: imported in {1:0.00} s; COPY of the needs {2:0.00} s and validation (a dry run) {3:0.00} s; ratio {4:0.00}.",
            Rows, import.TotalSeconds, copy.TotalSeconds, validation.TotalSeconds, ratio);
        Assert.Equal($"refused 1, valid {Rows - 1}", tried.Outcomes());
        Assert.Equal($"imported {Rows - 1}, refused 1", imported.Outcomes());
        Assert.Equal(5_001, (int)imported.Body["refused"]![0]!["line"]!);
        Assert.Equal(Rows - 1, await _server.Database.ScalarAsync<long>("select count(*) from needs"));
        Assert.Equal(Rows - 1, await _server.Database.ScalarAsync<long>("select count(*) from audit where action = 'need.submit'"));
    }

    private static byte[] FileOf(string name, int rows) => Encoding.UTF8.GetBytes(NeedsFile.Of(Enumerable.Range(2, rows).Select(line =>
        NeedsFile.Row($"Потреба {name} {line}", line % 2 == 0 ? Places.Vinnytsia.Code : Places.Studena.Code, line == 5_001 ? "9" : "2"))));

    private static async Task<(TimeSpan Took, Answer Answer)> TimedAsync(Func<Task<Answer>> act)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await act();
        return (Stopwatch.GetElapsedTime(start), answer);
    }

    /// <summary>The same needs by COPY into a table like theirs, with its computed columns and indexes.</summary>
    private async Task<TimeSpan> CopyAsync()
    {
        await using var connection = new NpgsqlConnection(_server.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            create table bare_needs (like needs including all);
            select string_agg(quote_ident(column_name), ',' order by ordinal_position) from information_schema.columns
            where table_name = 'needs' and is_generated = 'NEVER'
            """, connection);
        var columns = (string)(await command.ExecuteScalarAsync())!;
        string needs;
        using (var reader = await connection.BeginTextExportAsync($"copy (select {columns} from needs) to stdout"))
            needs = await reader.ReadToEndAsync();
        var start = Stopwatch.GetTimestamp();
        await using (var writer = await connection.BeginTextImportAsync($"copy bare_needs ({columns}) from stdin"))
            await writer.WriteAsync(needs);
        return Stopwatch.GetElapsedTime(start);
    }
}

namespace Kommunebro.Bench.Registry;

/// <summary>The rows that an import wrote into a table, to be written once more into an empty one of the same columns and indexes.</summary>
internal sealed class PlainTable
{
    private readonly RunningRegistry _registry;
    private readonly string _copy;
    private readonly byte[] _rows;

    private PlainTable(RunningRegistry registry, string copy, byte[] rows) => (_registry, _copy, _rows) = (registry, copy, rows);

    /// <summary>An empty table, and the rows of <paramref name="table"/> that were written after the transaction <paramref name="since"/>.</summary>
    public static async Task<PlainTable> LikeAsync(RunningRegistry registry, string table, string since)
    {
        var columns = await registry.ScalarAsync(
            $"select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns where table_schema = 'public' and table_name = '{table}' and is_generated = 'NEVER'");
        await registry.ExecuteAsync($"drop table if exists plain_{table}; create table plain_{table} (like {table} including all)");
        await using var connection = await registry.Database.OpenConnectionAsync();
        await using var read = await connection.BeginRawBinaryCopyAsync($"copy (select {columns} from {table} where xmin::text::bigint > {since}) to stdout (format binary)");
        using var rows = new MemoryStream();
        await read.CopyToAsync(rows);
        return new PlainTable(registry, $"copy plain_{table} ({columns}) from stdin (format binary)", rows.ToArray());
    }

    /// <summary>Writes the rows by COPY.</summary>
    public async Task FillAsync()
    {
        await using var connection = await _registry.Database.OpenConnectionAsync();
        await using var write = await connection.BeginRawBinaryCopyAsync(_copy);
        await write.WriteAsync(_rows);
    }
}

using Kommunebro.Local.Postgres;
using Npgsql;

namespace Kommunebro.Local;

/// <summary>One database for each service, on the embedded server or on a given one.</summary>
internal sealed class Databases(string? given, EmbeddedPostgres? embedded)
{
    /// <summary>The connection string of the database <paramref name="name"/>, which is made when it is not there.</summary>
    public async Task<string> EnsureAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Administration());
        await connection.OpenAsync(cancellationToken);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new NpgsqlParameter { Value = name } },
        };
        if (await find.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = new NpgsqlCommand($"create database \"{name}\"", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        return embedded is not null
            ? embedded.ConnectionString(name)
            : new NpgsqlConnectionStringBuilder(given) { Database = name }.ConnectionString;
    }

    private string Administration()
    {
        if (embedded is not null)
            return embedded.ConnectionString("postgres", connections: 0);
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(given);
            connection.Database ??= "postgres";
            return connection.ConnectionString;
        }
        catch (ArgumentException unreadable)
        {
            throw new UserError($"--postgres is no connection string: {unreadable.Message}", unreadable);
        }
    }
}

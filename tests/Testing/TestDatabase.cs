using Npgsql;

namespace Kommunebro.Testing;

/// <summary>A database of its own for a test or a test class; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(string name, string connectionString)
    {
        Name = name;
        ConnectionString = connectionString;
    }

    /// <summary>Its name on the server.</summary>
    public string Name { get; }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; }

    /// <summary>Opens a connection to it.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation = default)
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>Runs one statement and returns its first value, for a look past the service's door.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation) is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        await PostgresServer.ExecuteAsync($"drop database if exists \"{Name}\" with (force)", CancellationToken.None);
        GivenServer.Forget(Name);
        await using var pooled = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(pooled);
    }

    internal static async Task<TestDatabase> CreateAsync(string name, string? template, CancellationToken cancellation)
    {
        // A given server is shared by several test processes.
        var unique = $"{name}_{Guid.CreateVersion7():N}";
        var source = template is null ? "" : $" template \"{template}\"";
        GivenServer.Note(unique);
        await PostgresServer.ExecuteAsync($"create database \"{unique}\"{source}", cancellation);
        var administration = new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionStringAsync());
        return new TestDatabase(unique, new NpgsqlConnectionStringBuilder(administration.ConnectionString) { Database = unique }.ConnectionString);
    }
}

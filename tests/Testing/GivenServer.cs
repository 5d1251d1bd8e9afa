using System.Collections.Concurrent;
using Npgsql;

namespace Kommunebro.Testing;

/// <summary>A PostgreSQL server that outlives this process: databases that are left at its end are dropped.</summary>
internal static class GivenServer
{
    private static readonly ConcurrentDictionary<string, bool> Left = new();

    public static void TidyAtExit(string connectionString) =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropLeft(connectionString);

    public static void Note(string database) => Left[database] = true;

    public static void Forget(string database) => Left.TryRemove(database, out _);

    private static void DropLeft(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        foreach (var database in Left.Keys)
        {
            using var command = new NpgsqlCommand($"drop database if exists \"{database}\" with (force)", connection);
            command.ExecuteNonQuery();
        }
    }
}

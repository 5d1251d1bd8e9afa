using System.Net.Sockets;
using Npgsql;

namespace Kommunebro.ServiceDefaults;

/// <summary>Why no work with the database is possible, for an operator, who can mend it without a stack trace.</summary>
internal static class DatabaseAway
{
    /// <summary>What to tell; null when <paramref name="error"/> is something else.</summary>
    public static string? Explain(Exception? error) => error switch
    {
        PostgresException stranger when stranger.SqlState.StartsWith("28", StringComparison.Ordinal) =>
            $"The database does not let this program in: {stranger.MessageText}. Look at user and password in the Database setting.",
        PostgresException => null,
        NpgsqlException { InnerException: SocketException or TimeoutException } away => $"The database cannot be reached: {away.Message}",
        // Entity Framework wraps what may pass.
        InvalidOperationException wrapper => Explain(wrapper.InnerException),
        _ => null,
    };
}

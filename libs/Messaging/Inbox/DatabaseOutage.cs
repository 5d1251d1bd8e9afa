using Npgsql;

namespace Kommunebro.Messaging.Inbox;

/// <summary>Tells "the database is away" from "this message is bad": the first is waited for, the second is put aside.</summary>
internal static class DatabaseOutage
{
    /// <summary>True when <paramref name="error"/> or one of its causes says that the database cannot be reached.</summary>
    public static bool Is(Exception? error) => error switch
    {
        null => false,
        // Class 08 connection, 57P shutdown or start-up, 53300 too many connections (PostgreSQL, appendix A).
        PostgresException { SqlState: var state } =>
            state.StartsWith("08", StringComparison.Ordinal)
            || state.StartsWith("57P", StringComparison.Ordinal)
            || state == PostgresErrorCodes.TooManyConnections,
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } => true,
        _ => Is(error.InnerException),
    };
}

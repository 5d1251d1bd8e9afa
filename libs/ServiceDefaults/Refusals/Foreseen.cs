using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// What can go wrong around a use case without being a bug: somebody was faster, the database or another service is
/// away or its disk full, or a text cannot be stored. REST and gRPC tell these like refusals.
/// </summary>
internal static class Foreseen
{
    /// <summary>The refusal that <paramref name="error"/> is or stands for; null for a bug.</summary>
    public static Refusal? RefusalOf(Exception error) => error switch
    {
        Refusal refusal => refusal,
        DbUpdateConcurrencyException => new Refusal(
            RefusalKind.VersionMismatch,
            "version_mismatch",
            "Somebody else changed this meanwhile. Read it again, look at the change, and repeat yours."),
        RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded } => new Refusal(
            RefusalKind.Unavailable, "temporarily_unavailable", "Another service that is needed for this does not answer. Try again."),
        // JSON and addresses may carry U+0000, but a PostgreSQL text may not.
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => new Refusal(
            RefusalKind.Invalid, "unstorable_text", "A text has a character that cannot be stored."),
        // Before the transient ones, among which Npgsql counts it: a caller's next try will not free the disk.
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new Refusal(
            RefusalKind.Unavailable, "disk_full", "The disk of the database is full. Nothing was stored; somebody must free some space."),
        NpgsqlException { IsTransient: true } => new Refusal(
            RefusalKind.Unavailable, "temporarily_unavailable", "The database does not answer. Try again."),
        // EF wraps what the database says, once or twice.
        { InnerException: NpgsqlException or DbUpdateException } => RefusalOf(error.InnerException),
        _ => null,
    };
}

using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kommunebro.Identity.Data;

/// <summary>Two requests may do the same at the same time; the database's keys decide.</summary>
internal static class UniqueKeys
{
    /// <summary>Whether the save failed at the unique key called <paramref name="key"/>.</summary>
    public static bool Violates(this DbUpdateException error, string key) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation && violation.ConstraintName == key;
}

using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kommunebro.ServiceDefaults;

/// <summary>Compares a database with the program: the first look at it, when serving and when migrating.</summary>
internal static class DatabaseVersion
{
    public static async Task RefuseNewerAsync(DbContext db, CancellationToken cancellationToken)
    {
        var unknown = (await AppliedAsync(db, cancellationToken)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new SettingException(
                $"The database is newer than this program: it has the migration {unknown[^1]}. Start the newer version.");
    }

    private static async Task<IEnumerable<string>> AppliedAsync(DbContext db, CancellationToken cancellationToken)
    {
        try
        {
            return await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        }
        catch (NpgsqlException error) when (DatabaseAway.Explain(error) is { } told)
        {
            throw new SettingException(told);
        }
    }
}

using Microsoft.EntityFrameworkCore;

namespace Kommunebro.ServiceDefaults;

/// <summary>Brings the database to this program's version, and refuses one that is newer.</summary>
internal sealed class DatabaseMigration<TDb>(TDb db) : IMigrationStep
    where TDb : DbContext
{
    public string Name => "database tables";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await DatabaseVersion.RefuseNewerAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}

using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Directory;

/// <summary>"Unknown" can be said only when the whole directory has been seen once.</summary>
internal static class DirectoryReadiness
{
    /// <exception cref="Refusal">Unavailable directory_not_ready.</exception>
    public static async Task RequireAsync(NeedsIntakeDb db, CancellationToken cancellationToken)
    {
        if (!await db.DirectoryBootstraps.AnyAsync(cancellationToken))
            throw new Refusal(
                RefusalKind.Unavailable,
                "directory_not_ready",
                "The directory of municipalities and areas has not been read yet; try again in a few seconds.");
    }
}

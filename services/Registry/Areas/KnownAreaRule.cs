using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Areas;

/// <summary>Whether a code in a query stands in the list of areas.</summary>
internal static class KnownAreaRule
{
    /// <summary>Notes unknown_area when there is no area with <paramref name="code"/>; null asks for any.</summary>
    public static async Task<Rules> KnownAreaAsync(this Rules rules, RegistryDb db, string? code, string field, CancellationToken cancellationToken) => rules.Check(
        code is null || await db.Areas.AnyAsync(area => area.Code == code, cancellationToken),
        field, "unknown_area", "No area has this code; see /api/v1/areas.");
}

using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>For whom a caller may offer and speak.</summary>
internal static class ActedForMunicipality
{
    /// <summary>The municipality with <paramref name="code"/>; null when there is none, and also when the caller does not act for it.</summary>
    public static async Task<Municipality?> ActedForAsync(
        this RegistryDb db, string code, ActingFor<RegistryDb> acting, CancellationToken cancellationToken) =>
        await acting.IncludesAsync(code, cancellationToken)
            ? await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancellationToken)
            : null;
}

using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Municipalities;

/// <summary>The one place that decides who reads what a municipality in or near the war says of itself: staff, and partners that act for it.</summary>
internal sealed class WarSight(ActingFor<RegistryDb> acting)
{
    /// <summary>Whether the reader sees all that <paramref name="municipality"/> says of itself.</summary>
    public async Task<bool> SeesAllOfAsync(Municipality municipality, CancellationToken cancellationToken) =>
        !MunicipalityMask.HidesPlace(municipality) || await acting.IncludesAsync(municipality.Code, cancellationToken);
}

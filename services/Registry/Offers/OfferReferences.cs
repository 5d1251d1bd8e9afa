using Kommunebro.Registry.Data;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>What the codes and ids of a request point to.</summary>
/// <param name="Municipality">Who offers; null when the code is unknown.</param>
/// <param name="Areas">All codes of areas.</param>
/// <param name="Expression">The expression of interest; null when none was named or the id is unknown.</param>
internal sealed record OfferReferences(Municipality? Municipality, IReadOnlySet<string> Areas, ExpressionOfInterest? Expression)
{
    public static async Task<OfferReferences> LoadAsync(RegistryDb db, OfferRequest request, CancellationToken cancellationToken) => new(
        await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Code == request.Municipality, cancellationToken),
        await db.Areas.Select(area => area.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken),
        request.ExpressionOfInterestId is { } id ? await db.ExpressionsOfInterest.FindAsync([id], cancellationToken) : null);
}

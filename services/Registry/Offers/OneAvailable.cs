using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>A municipality has one available offer at a time; drafts and those that rest may stand beside it.</summary>
internal static class OneAvailable
{
    /// <summary>Passes when the municipality has no available offer.</summary>
    /// <exception cref="Refusal">Conflict offer_exists, which names it.</exception>
    public static async Task RefuseSecondOfferAsync(this RegistryDb db, Guid municipalityId, CancellationToken cancellationToken)
    {
        var standing = await db.Offers.AsNoTracking()
            .Where(offer => offer.MunicipalityId == municipalityId && offer.Status == OfferStatus.Available)
            .Select(offer => (Guid?)offer.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (standing is not null)
            throw new Refusal(
                RefusalKind.Conflict,
                "offer_exists",
                $"This municipality has the available offer {standing}; revise that one, or withdraw it first.",
                "municipality");
    }

    /// <summary>Saves; where the key for one available offer says no, somebody else was faster.</summary>
    /// <exception cref="Refusal">Conflict offer_exists.</exception>
    public static async Task SaveOneAvailableAsync(this RegistryDb db, Guid municipalityId, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Every other failure goes on.
            await db.RefuseSecondOfferAsync(municipalityId, cancellationToken);
            throw;
        }
    }

    /// <summary>Those that a caller may see: drafts, and what was handed in, are the writer's and staff's alone.</summary>
    /// <param name="db">The database.</param>
    /// <param name="offers">Among these.</param>
    /// <param name="codes">For whom the caller acts; null for anybody.</param>
    public static IQueryable<Offer> VisibleOffers(this RegistryDb db, IQueryable<Offer> offers, IReadOnlySet<string>? codes) => codes is null
        ? offers
        : offers.Where(offer => (offer.Status != OfferStatus.Draft && offer.Status != OfferStatus.Submitted)
            || db.Municipalities.Any(municipality => municipality.Id == offer.MunicipalityId && codes.Contains(municipality.Code)));
}

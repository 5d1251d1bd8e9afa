using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>A municipality has one available offer at a time; drafts and those that rest may stand beside it.</summary>
internal static class OneAvailable
{
    /// <summary>Passes when the municipality of <paramref name="offer"/> has no other available one.</summary>
    /// <exception cref="Refusal">Conflict offer_exists, which names it.</exception>
    public static async Task RefuseSecondOfferAsync(this RegistryDb db, Offer offer, CancellationToken cancellationToken)
    {
        var standing = await db.Offers.AsNoTracking()
            .Where(other => other.MunicipalityId == offer.MunicipalityId && other.Id != offer.Id && other.Status == OfferStatus.Available)
            .Select(other => (Guid?)other.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (standing is not null)
            throw new Refusal(
                RefusalKind.Conflict,
                "offer_exists",
                $"This municipality has the available offer {standing}; revise that one, or withdraw it first.",
                "municipality");
    }

    /// <summary>Saves; where the key for one available offer says no, another offer was faster.</summary>
    /// <exception cref="Refusal">Conflict offer_exists.</exception>
    public static async Task SaveOneAvailableAsync(this RegistryDb db, Offer offer, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.Violates(OfferMapping.OneAvailable))
        {
            await db.RefuseSecondOfferAsync(offer, cancellationToken);
            // The other one was withdrawn in the same moment.
            throw;
        }
    }
}

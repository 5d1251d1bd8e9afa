using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>
/// Asks who offers whether it still holds: a month before the day by which it should be confirmed, and again on that day. It is found anew
/// from what is known, so no clock that stood still loses one, and whoever was asked too late is asked once. What rests is not asked.
/// </summary>
public sealed partial class AskToConfirm(RegistryDb db, TimeProvider clock, ILogger<AskToConfirm> logger)
{
    private const int Batch = 100;

    /// <summary>Looks once.</summary>
    /// <returns>How many are asked.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var asked = 0;
        foreach (var found in await DueAsync(cancellationToken))
        {
            // Each by itself: where somebody confirms it in the same moment, or another replica asks, that one counts.
            db.ChangeTracker.Clear();
            var offer = await db.Offers.SingleAsync(known => known.Id == found, cancellationToken);
            var place = await db.Municipalities.AsNoTracking().SingleAsync(known => known.Id == offer.MunicipalityId, cancellationToken);
            if (OfferYear.MomentOf(offer, clock.GetUtcNow()) is not { } moment) continue;
            db.Enqueue(offer.Ask(place.Country, moment, IsForPeople(place.Facts.TerritoryStatus)));
            db.Audit("offer.ask_to_confirm", "offer", $"{offer.Id}", null, new { moment, ConfirmBy = OfferYear.ConfirmBy(offer) });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                asked++;
            }
            catch (DbUpdateConcurrencyException)
            {
                Log.Changed(logger, found);
            }
        }
        return asked;
    }

    /// <summary>A letter that comes by itself may harm who gets it; whether and how to ask there, people decide.</summary>
    private static bool IsForPeople(TerritoryStatus status) =>
        status is TerritoryStatus.Occupied or TerritoryStatus.ActiveHostilities or TerritoryStatus.ActiveHostilitiesServicesOn;

    private Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var (ahead, dayCame) = OfferYear.AskedBefore(clock.GetUtcNow());
        var expiring = OfferYear.ExpiresWhenConfirmedBy(clock.GetUtcNow());
        return db.Offers
            .Where(offer => offer.Status == OfferStatus.Available
                // Who is too late already is not asked for a day that is over; nothing of a hromada expires.
                && (offer.LastConfirmedAt > expiring || db.Municipalities.Any(place => place.Id == offer.MunicipalityId && place.Country == Country.Ua))
                && ((offer.AskedAt == null && offer.LastConfirmedAt <= ahead) || (offer.AskedAt == ConfirmationMoment.Ahead && offer.LastConfirmedAt < dayCame)))
            .OrderBy(offer => offer.LastConfirmedAt).Take(Batch).Select(offer => offer.Id).ToListAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Offer {Offer} was changed while its municipality was to be asked; it is looked at again")]
        public static partial void Changed(ILogger logger, Guid offer);
    }
}

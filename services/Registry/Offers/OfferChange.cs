using Kommunebro.Contracts.Registry;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>What goes with every change of an offer: its event and its audit, which holds no free text.</summary>
internal static class OfferChange
{
    public static void Tell(this RegistryDb db, Offer offer, string action, OfferChanged? before)
    {
        var after = offer.ToMessage();
        db.Enqueue(after);
        db.Audit(action, "offer", offer.Id.ToString(), before, after);
    }

    /// <summary>Notes that an offer was made of an expression of interest; a draft is none yet.</summary>
    public static void Structure(this RegistryDb db, ExpressionOfInterest? expression, Offer offer)
    {
        if (expression is null || offer.Status == OfferStatus.Draft)
            return;
        var before = new { expression.Status, expression.Version };
        if (expression.Structure())
            db.Audit(
                "expression_of_interest.structure", "expression_of_interest", expression.Id.ToString(),
                before, new { expression.Status, expression.Version, OfferId = offer.Id });
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Kommunebro.Messaging.Outbox;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>What goes with every change of an offer: its event and its audit, which holds no free text.</summary>
internal static class OfferChange
{
    public static void Tell(this RegistryDb db, Offer offer, string action, JsonObject? before)
    {
        db.Enqueue(offer.ToMessage());
        db.Audit(action, "offer", offer.Id.ToString(), before, Audited(offer));
    }

    /// <summary>The offer as the audit keeps it: what is told of it, and what stands behind it.</summary>
    public static JsonObject Audited(Offer offer)
    {
        var kept = JsonSerializer.SerializeToNode(offer.ToMessage(), ApiJson.Options)!.AsObject();
        kept["anchoring"] = EnumName.Of(offer.Anchoring);
        kept["anchoredOn"] = JsonSerializer.SerializeToNode(offer.AnchoredOn, ApiJson.Options);
        kept["evidenceAddresses"] = new JsonArray([.. offer.Areas.Select(area => area.EvidenceAddress).OfType<string>().Order(StringComparer.Ordinal).Select(address => (JsonNode)address)]);
        return kept;
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

using Grpc.Core;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Registry's face for offers: one that is available, and a draft.</summary>
public sealed class OffersBackend(Heard heard) : RegistryOffers.RegistryOffersBase
{
    public override Task<FindOffersReply> FindOffers(FindOffersRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.Status == "withdrawn" ? new FindOffersReply() : new FindOffersReply { Offers = { RegisterSamples.Offer, RegisterSamples.Draft }, Total = 45 });
    }

    public override Task<OfferDetail> GetOffer(GetOfferRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.OfferId switch
        {
            RegisterSamples.OfferId => RegisterSamples.Offer,
            RegisterSamples.DraftOfferId => RegisterSamples.Draft,
            _ => throw Refusals.NotFound("offer_not_found"),
        });
    }

    public override Task<OfferDetail> KeepOffer(KeepOfferRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        if (request.OfferId.Length > 0 && request.Version != RegisterSamples.Offer.Version)
            throw Refusals.VersionMismatch();
        return Task.FromResult(request.Draft ? RegisterSamples.Draft : RegisterSamples.Offer);
    }

    public override Task<OfferDetail> TakeOfferStep(TakeOfferStepRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return request.Version == RegisterSamples.Offer.Version ? Task.FromResult(RegisterSamples.Offer) : throw Refusals.VersionMismatch();
    }
}

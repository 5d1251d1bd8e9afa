using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Offers;

/// <summary>gRPC: offers for staff's pages, by the same use cases as REST's.</summary>
internal sealed class OffersGrpc(
    RegistryDb db, BrowseOffers browse, GetOffer get, SubmitOffer submit, ReviseOffer revise, ChangeOffer change, WithdrawOffer withdraw, Caller caller, TimeProvider clock)
    : RegistryOffers.RegistryOffersBase
{
    /// <summary>A numbered page. Fields of the filter; out_of_range, unknown_value.</summary>
    [Authorize(AccessPolicies.RegistryRead)]
    public override async Task<FindOffersReply> FindOffers(FindOffersRequest request, ServerCallContext context)
    {
        var filter = new OfferFilter(
            StaffMessages.Given(request.MunicipalityCode), StaffMessages.Given(request.AreaCode), StaffMessages.Given(request.Status), request.ConfirmationDue ? true : null);
        var language = ReaderLanguage.Of(null, context.GetHttpContext());
        var (rows, total) = await browse.RunAsync(
            filter, StaffMessages.Given(request.Sort), request.Page, request.PageSize, language, context.CancellationToken);
        return new FindOffersReply { Offers = { rows.Select(row => row.ToDetail(clock, caller)) }, Total = total };
    }

    /// <summary>offer_not_found.</summary>
    [Authorize(AccessPolicies.RegistryRead)]
    public override async Task<OfferDetail> GetOffer(GetOfferRequest request, ServerCallContext context) =>
        await DetailAsync(await get.RunAsync(IdOf(request.OfferId), context.CancellationToken), context);

    /// <summary>Fields; offer_exists; of one that there is offer_not_found, version_mismatch, offer_withdrawn, municipality_fixed.</summary>
    [Authorize(AccessPolicies.OffersWrite)]
    public override async Task<OfferDetail> KeepOffer(KeepOfferRequest request, ServerCallContext context)
    {
        var token = context.CancellationToken;
        return await DetailAsync(
            request.OfferId.Length == 0
                ? await SubmitAsync(request, token)
                : await revise.RunAsync(IdOf(request.OfferId), request.ToRequest(), current => IfMatch.Require(request.Version, current), token),
            context);
    }

    /// <summary>unknown_value (step); offer_not_found; version_mismatch; what the step itself refuses.</summary>
    [Authorize(AccessPolicies.OffersWrite)]
    public override async Task<OfferDetail> TakeOfferStep(TakeOfferStepRequest request, ServerCallContext context)
    {
        var (id, token, reason) = (IdOf(request.OfferId), context.CancellationToken, StaffMessages.Given(request.Reason));
        void Seen(long current) => IfMatch.Require(request.Version, current);
        return await DetailAsync(
            request.Step switch
            {
                "hand_in" => await change.HandInAsync(id, Seen, token),
                "confirm" => await change.ConfirmAsync(id, Seen, token),
                "pause" => await change.PauseAsync(id, reason, Seen, token),
                "resume" => await change.ResumeAsync(id, Seen, token),
                "withdraw" => await withdraw.RunAsync(id, new WithdrawOfferRequest(reason), Seen, token),
                _ => throw new Refusal(RefusalKind.Invalid, "unknown_value", "Must be one of: hand_in, confirm, pause, resume, withdraw.", "step"),
            },
            context);
    }

    /// <summary>A lost answer, a second click and two of them at once make one offer: said again before anybody else touched it, it is said anew.</summary>
    private async Task<OfferView> SubmitAsync(KeepOfferRequest request, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(request.ChosenId, out var id))
            return await submit.RunAsync(request.ToRequest(), cancellationToken);
        try
        {
            if (!await db.Offers.AnyAsync(known => known.Id == id, cancellationToken))
                return await submit.RunAsync(request.ToRequest(), cancellationToken, id);
        }
        catch (DbUpdateException error) when (error.Violates(OfferMapping.Key))
        {
            db.ChangeTracker.Clear();
        }

        return await revise.RunAsync(id, request.ToRequest(), current => IfMatch.Require(1, current), cancellationToken);
    }

    private static IReadOnlyList<string> RolesOf(string policy) => AccessPolicies.All.Single(rule => rule.Name == policy).Roles;

    private static Guid IdOf(string text) => Guid.TryParse(text, out var id) ? id : throw OfferView.NotFound();

    private async Task<OfferDetail> DetailAsync(OfferView offer, ServerCallContext context)
    {
        var (cancellationToken, language) = (context.CancellationToken, ReaderLanguage.Of(null, context.GetHttpContext()));
        string[] codes = [offer.Municipality, .. offer.Wishes, .. offer.Vetoes];
        var named = await db.Municipalities.AsNoTracking().Where(known => codes.Contains(known.Code)).OrderBy(known => known.Code).ToListAsync(cancellationToken);
        var detail = new OfferOfMunicipality(offer, named.Single(known => known.Code == offer.Municipality)).ToDetail(clock, caller);
        detail.Places.AddRange(named.Where(known => known.Code != offer.Municipality)
            .Select(known => new NamedPlace { Code = known.Code, Name = known.Facts.Names.In(language) }));
        if (offer.ExpressionOfInterestId is { } id && RolesOf(AccessPolicies.InterestRead).Any(caller.HasRole))
            detail.Interest = StaffMessages.ToMessage(await db.ExpressionsOfInterest.AsNoTracking().SingleAsync(made => made.Id == id, cancellationToken));
        return detail;
    }
}

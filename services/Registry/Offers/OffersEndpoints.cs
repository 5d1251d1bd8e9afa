using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Registry.Offers;

/// <summary>REST: /api/v1/offers.</summary>
internal static class OffersEndpoints
{
    private const string Path = "/offers";

    public static void MapOffers(this RouteGroupBuilder api)
    {
        var offers = api.MapGroup(Path);
        offers.MapPost("/", SubmitAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.OffersWrite)
            .WithSummary("Submit a municipality's competence and capacity")
            .WithDescription("A municipality has one available offer at a time; a second one is 409 offer_exists. A hromada offers what others can learn from it; 403 own_side_only for staff of the other side.");
        offers.MapGet("/", FindAsync)
            .WithFields<OfferView>()
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithSummary("Offers, oldest first");
        offers.MapGet("/{id:guid}", GetAsync)
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithSummary("One offer");
        offers.MapPut("/{id:guid}", ReviseAsync)
            .RequireAccess(AccessPolicies.OffersWrite)
            .WithSummary("Say all of an offer anew")
            .WithDescription("Needs If-Match with the ETag that was seen; 412 version_mismatch when somebody else was faster. 404 offer_not_found; 409 offer_withdrawn.");
        offers.MapPost("/{id:guid}/withdraw", WithdrawAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.OffersWrite)
            .WithSummary("Take an offer back, for good")
            .WithDescription("Needs If-Match. 404 offer_not_found; 409 offer_withdrawn.");
        offers.MapStep("hand-in", "HandInOffer", "Hand a draft in", "KS confirms it. Needs If-Match. 404 offer_not_found; 409 offer_not_a_draft, offer_withdrawn.",
            (change, id, version, cancellationToken) => change.HandInAsync(id, version, cancellationToken));
        offers.MapStep("confirm", "ConfirmOffer", "Say that an offer still holds", "What was handed in is confirmed by KS alone, and by AUC for hromadas; for all others it holds for another year, and what has expired becomes available again. Needs If-Match. 404 offer_not_found; 403 confirmed_by_ks; 409 offer_is_a_draft, offer_exists, offer_withdrawn.",
            (change, id, version, cancellationToken) => change.ConfirmAsync(id, version, cancellationToken));
        offers.MapStep("resume", "ResumeOffer", "End an offer's rest", "Needs If-Match. 404 offer_not_found; 409 offer_not_paused, offer_exists, offer_withdrawn.",
            (change, id, version, cancellationToken) => change.ResumeAsync(id, version, cancellationToken));
        offers.MapPost("/{id:guid}/pause", PauseAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.OffersWrite)
            .WithName("PauseOffer")
            .WithSummary("Let an offer rest")
            .WithDescription("Nothing new is matched with it until it is resumed; what is agreed goes on. Needs If-Match. 404 offer_not_found; 409 offer_not_available, offer_withdrawn.");
    }

    private static void MapStep(
        this RouteGroupBuilder offers, string step, string name, string summary, string description, Func<ChangeOffer, Guid, Action<long>, CancellationToken, Task<OfferView>> run) => offers
        .MapPost($"/{{id:guid}}/{step}", async (Guid id, ChangeOffer change, HttpContext http, CancellationToken cancellationToken) =>
            Tagged(await run(change, id, version => IfMatch.Require(http, version), cancellationToken), http))
        .WithIdempotencyKey<RegistryDb>()
        .RequireAccess(AccessPolicies.OffersWrite)
        .WithName(name)
        .WithSummary(summary)
        .WithDescription(description);

    private static async Task<OfferView> PauseAsync(
        Guid id, PauseOfferRequest? request, ChangeOffer change, HttpContext http, CancellationToken cancellationToken) =>
        Tagged(await change.PauseAsync(id, request?.Reason, version => IfMatch.Require(http, version), cancellationToken), http);

    private static async Task<Created<OfferView>> SubmitAsync(
        OfferRequest request, SubmitOffer submit, HttpContext http, CancellationToken cancellationToken)
    {
        var view = Tagged(await submit.RunAsync(request, cancellationToken), http);
        return TypedResults.Created($"/api/v1{Path}/{view.Id}", view);
    }

    private static async Task<Page<OfferView>> FindAsync(
        [AsParameters] OfferFilter filter,
        [AsParameters] PageRequest page,
        FindOffers find,
        HttpContext http,
        CancellationToken cancellationToken) =>
        (await find.RunAsync(filter, page, cancellationToken)).WithLink(http);

    private static async Task<OfferView> GetAsync(Guid id, GetOffer get, HttpContext http, CancellationToken cancellationToken) =>
        Tagged(await get.RunAsync(id, cancellationToken), http);

    private static async Task<OfferView> ReviseAsync(
        Guid id, OfferRequest request, ReviseOffer revise, HttpContext http, CancellationToken cancellationToken) =>
        Tagged(await revise.RunAsync(id, request, version => IfMatch.Require(http, version), cancellationToken), http);

    private static async Task<OfferView> WithdrawAsync(
        Guid id, WithdrawOfferRequest? request, WithdrawOffer withdraw, HttpContext http, CancellationToken cancellationToken) =>
        Tagged(
            await withdraw.RunAsync(
                id, request ?? new WithdrawOfferRequest(), version => IfMatch.Require(http, version), cancellationToken),
            http);

    private static OfferView Tagged(OfferView view, HttpContext http)
    {
        ETag.Set(http, view.Version);
        return view;
    }
}

using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Proposals;

/// <summary>The REST face, under /api/v1/proposals.</summary>
internal static class ProposalsEndpoints
{
    /// <summary>Adds the use cases.</summary>
    public static void AddProposals(this IServiceCollection services) => services
        .AddScoped<ProposalChange>()
        .AddScoped<VisibleProposals>()
        .AddScoped<ProposalTeller>()
        .AddScoped<FindProposals>()
        .AddScoped<ReleaseCheck>()
        .AddScoped<ReleaseProposal>()
        .AddScoped<ApproveProposal>()
        .AddScoped<WithdrawProposal>()
        .AddScoped<PickedPair>()
        .AddScoped<ProposeByHand>()
        .AddScoped<ProposalsOfRun>()
        .AddScoped<IPlanInForce, PlanInForce>()
        .AddScoped<ProposalsGrpc>();

    /// <summary>Maps /api/v1/proposals.</summary>
    public static void MapProposals(this IEndpointRouteBuilder app)
    {
        var proposals = app.MapGroup("/api/v1/proposals");
        proposals.MapGet("", ListProposals.HandleAsync).WithFields<ProposalView>().RequireAccess(AccessPolicies.ProposalsRead);
        proposals.MapGet("/{id:guid}", GetAsync).RequireAccess(AccessPolicies.ProposalsRead);
        proposals.MapPost("", ProposeAsync).WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.ProposalsPropose);
        proposals.MapPost("/{id:guid}/approve", ApproveAsync).WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.ProposalsApprove);
        proposals.MapPost("/{id:guid}/withdraw", WithdrawAsync).WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.ProposalsApprove);
    }

    /// <summary>The proposal after a step, with its ETag.</summary>
    public static async Task<Ok<ProposalView>> ShowAsync(
        HttpContext http, ProposalTeller teller, Guid id, string language, CancellationToken cancellationToken)
    {
        var view = await teller.TellAsync(id, language, cancellationToken);
        ETag.Set(http, view.Version);
        return TypedResults.Ok(view);
    }

    /// <summary>200 with the proposal and its ETag. 400 unknown_language; 404 unknown_proposal.</summary>
    private static Task<Ok<ProposalView>> GetAsync(
        Guid id, string? lang, HttpContext http, ProposalTeller teller, CancellationToken cancellationToken) =>
        ShowAsync(http, teller, id, ReaderLanguage.Of(lang, http), cancellationToken);

    /// <summary>201 with the proposal. Refusals: <see cref="ProposeByHand.RunAsync"/>.</summary>
    private static async Task<Created<ProposalView>> ProposeAsync(
        ProposeRequest request, HttpContext http, ProposeByHand propose, ProposalTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        var proposal = await propose.RunAsync(request, language, cancellationToken);
        var shown = await ShowAsync(http, teller, proposal.Id, language, cancellationToken);
        return TypedResults.Created($"/api/v1/proposals/{proposal.Id}", shown.Value);
    }

    /// <summary>With If-Match: 200 with the proposal. Refusals: <see cref="ApproveProposal.RunAsync"/>.</summary>
    private static async Task<Ok<ProposalView>> ApproveAsync(
        Guid id, ApproveRequest request, HttpContext http, ApproveProposal approve, ProposalTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await approve.RunAsync(id, request, Seen.In(http), language, cancellationToken);
        return await ShowAsync(http, teller, id, language, cancellationToken);
    }

    /// <summary>With If-Match: 200 with the proposal. Refusals: <see cref="WithdrawProposal.RunAsync"/>.</summary>
    private static async Task<Ok<ProposalView>> WithdrawAsync(
        Guid id, WithdrawProposalRequest request, HttpContext http, WithdrawProposal withdraw, ProposalTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await withdraw.RunAsync(id, request, Seen.In(http), cancellationToken);
        return await ShowAsync(http, teller, id, language, cancellationToken);
    }
}

using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Proposals;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Answers;

/// <summary>Answers over REST: a partner's own, and those that staff record. Links are answered in the browser, through the admin client.</summary>
internal static class AnswersEndpoints
{
    /// <summary>Adds the use cases.</summary>
    public static void AddAnswers(this IServiceCollection services) => services
        .AddScoped<TakeAnswer>()
        .AddScoped<AnswerProposal>()
        .AddScoped<RecordAnswer>()
        .AddScoped<CreateAnswerLink>()
        .AddScoped<OpenAnswerLink>()
        .AddScoped<AnswerByLink>()
        .AddScoped<AnswersGrpc>();

    /// <summary>Maps /api/v1/proposals/{id}/answer and record-answer.</summary>
    public static void MapAnswers(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/proposals/{id:guid}/answer", AnswerAsync)
            .WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.ProposalsAnswer);
        app.MapPost("/api/v1/proposals/{id:guid}/record-answer", RecordAsync)
            .WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.AnswersRecord);
    }

    /// <summary>With If-Match: 200 with the proposal. Refusals: <see cref="AnswerProposal.RunAsync"/>.</summary>
    private static async Task<Ok<ProposalView>> AnswerAsync(
        Guid id, AnswerRequest request, HttpContext http, AnswerProposal answer, ProposalTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await answer.RunAsync(id, request, Seen.In(http), cancellationToken);
        return await ProposalsEndpoints.ShowAsync(http, teller, id, language, cancellationToken);
    }

    /// <summary>With If-Match: 200 with the proposal. Refusals: <see cref="RecordAnswer.RunAsync"/>.</summary>
    private static async Task<Ok<ProposalView>> RecordAsync(
        Guid id, RecordAnswerRequest request, HttpContext http, RecordAnswer record, ProposalTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await record.RunAsync(id, request, Seen.In(http), cancellationToken);
        return await ProposalsEndpoints.ShowAsync(http, teller, id, language, cancellationToken);
    }
}

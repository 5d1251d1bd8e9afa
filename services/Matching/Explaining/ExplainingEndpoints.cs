using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Explaining;

/// <summary>Why a plan is as it is, what another one would cost, and how two of them differ.</summary>
internal static class ExplainingEndpoints
{
    /// <summary>Adds the use cases.</summary>
    public static void AddExplaining(this IServiceCollection services) => services
        .AddSingleton<WhatIfSolver>()
        .AddScoped<RecallRun>()
        .AddScoped<AskWhyNot>()
        .AddScoped<WhatIfPinned>()
        .AddScoped<DiffRuns>()
        .AddScoped<GetFigures>()
        .AddScoped<ExplainingGrpc>()
        .AddScoped<ComparisonsGrpc>();

    /// <summary>Maps what is asked about a run below /api/v1/matching-runs/{id}.</summary>
    public static void MapExplaining(this IEndpointRouteBuilder app)
    {
        var run = app.MapGroup("/api/v1/matching-runs/{id:guid}");
        run.MapGet("/why-not", WhyNotAsync).RequireAccess(AccessPolicies.MatchingRead);
        run.MapPost("/what-if-pinned", WhatIfAsync).WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.MatchingRead);
        run.MapGet("/diff", DiffAsync).RequireAccess(AccessPolicies.MatchingRead);
        run.MapGet("/figures", FiguresAsync).RequireAccess(AccessPolicies.MatchingRead);
    }

    /// <summary>200 with the reason. 400 unknown_language. Refusals: <see cref="AskWhyNot.RunAsync"/>.</summary>
    private static async Task<Ok<WhyNotView>> WhyNotAsync(
        Guid id, string? supplier, Guid? need, string? lang, HttpContext http, AskWhyNot ask, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        return TypedResults.Ok(WhyNotView.Of(await ask.RunAsync(id, supplier, need, cancellationToken), language));
    }

    /// <summary>200 with the cost; nothing is kept. Refusals: <see cref="WhatIfPinned.RunAsync"/>.</summary>
    private static async Task<Ok<WhatIfView>> WhatIfAsync(
        Guid id, WhatIfRequest request, string? lang, HttpContext http, WhatIfPinned ask, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        return TypedResults.Ok(WhatIfView.Of(await ask.RunAsync(id, request, cancellationToken), language));
    }

    /// <summary>200 with the comparison. 400 unknown_language. Refusals: <see cref="DiffRuns.RunAsync"/>.</summary>
    private static async Task<Ok<RunDiffView>> DiffAsync(
        Guid id, Guid? with, string? lang, HttpContext http, DiffRuns diff, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        return TypedResults.Ok(RunDiffView.Of(await diff.RunAsync(id, with, cancellationToken), language));
    }

    /// <summary>200 with the figures. 400 unknown_language. Refusals: <see cref="GetFigures.RunAsync"/>.</summary>
    private static async Task<Ok<FiguresView>> FiguresAsync(
        Guid id, string? lang, HttpContext http, GetFigures figures, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        return TypedResults.Ok(await figures.RunAsync(id, language, cancellationToken));
    }
}

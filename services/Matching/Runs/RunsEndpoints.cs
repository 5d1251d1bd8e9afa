using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Runs;

/// <summary>Matching runs and their plans.</summary>
public static class RunsEndpoints
{
    /// <summary>Adds the worker and what it needs.</summary>
    /// <exception cref="SettingException">A setting under "Matching:Runs" is out of range.</exception>
    public static WebApplicationBuilder AddRuns(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(RunOptions.Of(ServiceIdentity.Of(builder)));
        builder.Services.AddSingleton<WakeUp<MatchingRun>>();
        builder.Services.AddSingleton<RunQueue>();
        builder.Services.AddSingleton<RunSolver>();
        builder.Services.AddSingleton<Heartbeat>();
        builder.Services.AddSingleton<RunAttempt>();
        builder.Services.AddHostedService<RunWorker>();
        return builder;
    }

    /// <summary>Maps /api/v1/matching-runs.</summary>
    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapGroup("/api/v1/matching-runs");
        runs.MapPost("/", StartRun.HandleAsync).WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.MatchingRun);
        runs.MapGet("/", FindRuns.HandleAsync).RequireAccess(AccessPolicies.MatchingRead);
        runs.MapGet("/{id:guid}", GetRun.HandleAsync).RequireAccess(AccessPolicies.MatchingRead);
        runs.MapGet("/{id:guid}/plan", GetPlan.HandleAsync).RequireAccess(AccessPolicies.MatchingRead);
    }
}

using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

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
        builder.Services.AddScoped<FindChange>();
        builder.Services.AddScoped<StartRun>();
        builder.Services.AddScoped<ScheduledRuns>();
        builder.Services.AddScoped<PinNames>();
        builder.Services.AddScoped<RunChange>();
        builder.Services.AddScoped<CancelRun>();
        builder.Services.AddScoped<StopRun>();
        builder.Services.AddScoped<RunResult>();
        builder.Services.AddScoped<RunWatch>();
        builder.Services.AddScoped<RunsGrpc>();
        builder.Services.AddScoped<RunListsGrpc>();
        builder.Services.AddHostedService<RunWorker>();
        builder.Services.AddHostedService<RunClock>();
        return builder;
    }

    /// <summary>Maps /api/v1/matching-runs.</summary>
    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapGroup("/api/v1/matching-runs");
        runs.MapPost("/", StartAsync).WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.MatchingRun);
        runs.MapPost("/{id:guid}/cancel", CancelAsync).WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.MatchingRun);
        runs.MapPost("/{id:guid}/stop", StopAsync).WithIdempotencyKey<MatchingDb>().RequireAccess(AccessPolicies.MatchingRun);
        runs.MapGet("/", FindRuns.HandleAsync).RequireAccess(AccessPolicies.MatchingRead);
        runs.MapGet("/{id:guid}", GetRun.HandleAsync).RequireAccess(AccessPolicies.MatchingRead);
        runs.MapGet("/{id:guid}/plan", GetPlan.HandleAsync).WithFields<PlanView>().RequireAccess(AccessPolicies.MatchingRead);
        runs.MapGet("/{id:guid}/progress", FollowAsync).RequireAccess(AccessPolicies.MatchingRead);
    }

    /// <summary>202 with the run's address. Refusals: <see cref="StartRun.RunAsync"/>.</summary>
    private static async Task<Accepted<RunView>> StartAsync(
        StartRequest? request, HttpContext http, StartRun start, WakeUp<MatchingRun> signal, CancellationToken cancellationToken)
    {
        var run = await start.RunAsync(null, request ?? new StartRequest(), cancellationToken);
        // With an Idempotency-Key the run is committed after this, but before the answer leaves.
        http.Response.OnStarting(() =>
        {
            signal.Raise();
            return Task.CompletedTask;
        });
        return TypedResults.Accepted($"/api/v1/matching-runs/{run.Id}", RunView.Of(run));
    }

    /// <summary>200 with the run. Refusals: <see cref="CancelRun.RunAsync"/>.</summary>
    private static async Task<Ok<RunView>> CancelAsync(Guid id, CancelRun cancel, CancellationToken cancellationToken) =>
        TypedResults.Ok(await cancel.RunAsync(id, cancellationToken));

    /// <summary>200 with the run, which ends soon with its best plan so far. Refusals: <see cref="StopRun.RunAsync"/>.</summary>
    private static async Task<Ok<RunView>> StopAsync(Guid id, StopRun stop, CancellationToken cancellationToken) =>
        TypedResults.Ok(await stop.RunAsync(id, cancellationToken));

    /// <summary>200 with server-sent events "run": the run now, then each change of it, until it has ended. 404 unknown_run.</summary>
    private static async Task<ServerSentEventsResult<RunView>> FollowAsync(Guid id, RunWatch watch, CancellationToken cancellationToken)
    {
        // Before the stream begins, so that an unknown run is refused in the usual way.
        var now = await watch.NowAsync(id, cancellationToken);
        return TypedResults.ServerSentEvents(watch.FollowAsync(now, cancellationToken), "run");
    }
}

using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Runs;

/// <summary>Runs in gRPC: translate in, call, translate out.</summary>
internal sealed class RunsGrpc(StartRun start, CancelRun cancel, StopRun stop, RunWatch watch, WakeUp<MatchingRun> signal)
{
    public async Task<V1.Run> StartAsync(V1.StartRunRequest request, ServerCallContext context)
    {
        var run = await start.RunAsync(
            request.RequestId,
            new StartRequest(
                request.HasUnits ? request.Units : null, request.HasSeed ? request.Seed : null, request.Scenario, request.WhatIf, request.Repair),
            context.CancellationToken);
        signal.Raise();
        return Show(RunView.Of(run));
    }

    public async Task<V1.Run> CancelAsync(V1.CancelRunRequest request, ServerCallContext context) =>
        Show(await cancel.RunAsync(Wire.Id(request.RunId, GetRun.Unknown), context.CancellationToken));

    public async Task<V1.Run> StopAsync(V1.StopRunRequest request, ServerCallContext context) =>
        Show(await stop.RunAsync(Wire.Id(request.RunId, GetRun.Unknown), context.CancellationToken));

    public async Task<V1.Run> GetAsync(V1.GetRunRequest request, ServerCallContext context) =>
        Show(await watch.NowAsync(Wire.Id(request.RunId, GetRun.Unknown), context.CancellationToken));

    public async Task WatchAsync(V1.GetRunRequest request, IServerStreamWriter<V1.Run> stream, ServerCallContext context)
    {
        var now = await watch.NowAsync(Wire.Id(request.RunId, GetRun.Unknown), context.CancellationToken);
        await foreach (var run in watch.FollowAsync(now, context.CancellationToken))
            await stream.WriteAsync(Show(run), context.CancellationToken);
    }

    public static V1.Run Show(RunView run)
    {
        var shown = new V1.Run
        {
            RunId = $"{run.Id}",
            Version = run.Version,
            Status = WireName.Of(run.Status),
            RequestedAt = Wire.Time(run.RequestedAt),
            RequestedBy = run.RequestedBy,
            StartedAt = Wire.Time(run.StartedAt),
            FinishedAt = Wire.Time(run.FinishedAt),
            Attempt = run.Attempt,
            Step = run.Progress is { } progress ? WireName.Of(progress.Step) : "",
            Pairs = run.Progress?.Pairs ?? 0,
            Stage = run.Progress?.Stage is { } stage ? WireName.Of(stage) : "",
            Failure = run.Failure ?? "",
            Proposals = run.Proposals,
            Unmatched = run.Unmatched,
            Optimal = run.Optimal,
            Units = run.Units,
            Seed = run.Seed,
            StopAsked = run.StopAsked,
            Level = run.Progress?.Level ?? 0,
            Spent = run.Progress?.Spent ?? 0,
            Scenario = run.Scenario ?? "",
            WhatIf = run.WhatIf,
            Repair = run.Repair,
        };
        if (run.Progress?.Reached is { } reached)
            shown.Reached = reached;
        if (run.Progress?.Bound is { } bound)
            shown.Bound = bound;
        return shown;
    }
}

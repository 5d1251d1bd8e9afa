using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Admin.Runs;

/// <summary>What the run's page shows while it works: a sentence, and whether the run has ended.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Ended">The page is to be read anew.</param>
internal sealed record RunNews(string Text, bool Ended);

/// <summary>Tells a page how its run gets on (server-sent events), from matching's stream.</summary>
internal static class RunEvents
{
    public static void MapRunEvents(this IEndpointRouteBuilder app) => app
        .MapGet("/runs/{id}/events", (string id, MatchingClient matching, RunWording wording, HttpContext context) =>
        {
            context.Response.Headers["X-Accel-Buffering"] = "no";
            return TypedResults.ServerSentEvents(WatchAsync(id, matching, wording, context.RequestAborted));
        })
        .RequireAccess(AccessPolicies.MatchingRead);

    private static async IAsyncEnumerable<SseItem<RunNews>> WatchAsync(
        string id, MatchingClient matching, RunWording wording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = matching.WatchRun(new GetRunRequest { RunId = id }, cancellationToken: cancellationToken);
        while (await NextAsync(watch, cancellationToken))
        {
            var run = watch.ResponseStream.Current;
            yield return new SseItem<RunNews>(new RunNews(wording.Of(run), RunWording.HasEnded(run)), "run");
        }
    }

    /// <summary>A stream that breaks ends: the browser asks again by itself.</summary>
    private static async Task<bool> NextAsync(AsyncServerStreamingCall<Run> watch, CancellationToken cancellationToken)
    {
        try
        {
            return await watch.ResponseStream.MoveNext(cancellationToken);
        }
        catch (RpcException)
        {
            return false;
        }
    }
}

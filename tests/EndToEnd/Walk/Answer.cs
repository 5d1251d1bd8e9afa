using System.Net;
using System.Text.RegularExpressions;
using Grpc.Core;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>What came of a call, alike for REST, gRPC and pages.</summary>
internal enum Outcome { Answered, Refused, Unauthenticated, Forbidden, NotFound, Broken }

/// <summary>An answer: what came of it, how its protocol says so, and all that could be read in it.</summary>
internal sealed partial record Answer(Outcome Outcome, string Status, string Text)
{
    /// <summary>Without what differs from one request to the next.</summary>
    public string Comparable => $"{Status} {TraceId().Replace(Text, "")}";

    public static Answer Of(HttpStatusCode status, string text) => new(
        (int)status switch
        {
            401 => Outcome.Unauthenticated,
            403 => Outcome.Forbidden,
            404 => Outcome.NotFound,
            < 300 => Outcome.Answered,
            < 500 => Outcome.Refused,
            _ => Outcome.Broken,
        },
        $"{(int)status}",
        text);

    public static Answer Of(RpcException error) => new(
        error.StatusCode switch
        {
            StatusCode.Unauthenticated => Outcome.Unauthenticated,
            StatusCode.PermissionDenied => Outcome.Forbidden,
            StatusCode.NotFound => Outcome.NotFound,
            StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.Aborted => Outcome.Refused,
            _ => Outcome.Broken,
        },
        $"{error.StatusCode}",
        $"{error.Status.Detail} {error.GetRpcStatus()}");

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex TraceId();
}

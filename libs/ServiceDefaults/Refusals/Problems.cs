using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kommunebro.ServiceDefaults;

/// <summary>The one place where a refusal, a broken request or a bug becomes problem details.</summary>
internal sealed partial class Problems(ILogger<Problems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // Nobody is there any more to hear it.
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
            return true;
        var problem = Describe(exception);
        // The route, not the address: an address may name a place.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            Log.Unavailable(logger, endpoint, Activity.Current?.TraceId, exception.GetBaseException().Message);
        else if (problem.Status >= StatusCodes.Status500InternalServerError)
            Log.Failed(logger, exception, endpoint, Activity.Current?.TraceId);
        await problem.WriteAsync(context);
        return true;
    }

    private static Problem Describe(Exception exception) => exception is BadHttpRequestException bad
        ? BadRequests.Describe(bad)
        : Foreseen.RefusalOf(exception) is { } refusal
            ? new Problem(StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.Violations)
            : Problem.OfStatus(StatusCodes.Status500InternalServerError);

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.VersionMismatch => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.VersionRequired => StatusCodes.Status428PreconditionRequired,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new UnreachableException(),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed (trace {TraceId})")]
        public static partial void Failed(ILogger logger, Exception error, string? endpoint, ActivityTraceId? traceId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Endpoint} could not be answered (trace {TraceId}): {Reason}")]
        public static partial void Unavailable(ILogger logger, string? endpoint, ActivityTraceId? traceId, string reason);
    }
}

using System.Diagnostics;
using Kommunebro.Admin.Reading;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Kommunebro.Admin.Problems;

/// <summary>Why there is no page.</summary>
public enum ProblemKind { NotFound, Forbidden, OtherSide, TooLarge, Unavailable, Failed }

/// <summary>Tells people with a page what problem details tell programs. It comes before the handler for those.</summary>
internal sealed partial class PageProblems(IServiceScopeFactory scopes, ILogger<PageProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return false;
        if (exception is BadHttpRequestException malformed)
            return await TryTellAsync(httpContext, malformed);
        var isAway = IsAway(exception);
        var route = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;
        if (isAway)
            Log.Away(logger, route, Activity.Current?.TraceId, exception.GetBaseException().Message);
        else
            Log.Failed(logger, exception, route, Activity.Current?.TraceId);
        await ShowAsync(httpContext, isAway ? ProblemKind.Unavailable : ProblemKind.Failed, isAway ? 503 : 500);
        return true;
    }

    /// <summary>A browser sends too much when a person chooses a large file; all else that is malformed comes from programs.</summary>
    private async Task<bool> TryTellAsync(HttpContext context, BadHttpRequestException malformed)
    {
        if (malformed.StatusCode != StatusCodes.Status413PayloadTooLarge)
            return false;
        await ShowAsync(context, ProblemKind.TooLarge, malformed.StatusCode);
        return true;
    }

    /// <summary>In a scope of its own: the page that broke has used up what pages need once.</summary>
    private async Task ShowAsync(HttpContext context, ProblemKind kind, int status)
    {
        var broken = context.RequestServices;
        var reader = broken.GetRequiredService<Reader>();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Reader>().Become(reader.Language, reader.Theme);
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ProblemDocument>(new { Kind = kind }) { StatusCode = status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = broken;
        }
    }

    /// <summary>Our database, or identity while somebody signs in: both come back.</summary>
    private static bool IsAway(Exception? error) => error switch
    {
        null => false,
        NpgsqlException { IsTransient: true } or HttpRequestException => true,
        _ => IsAway(error.InnerException),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed (trace {TraceId})")]
        public static partial void Failed(ILogger logger, Exception error, string? endpoint, ActivityTraceId? traceId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Endpoint} could not be shown (trace {TraceId}): {Reason}")]
        public static partial void Away(ILogger logger, string? endpoint, ActivityTraceId? traceId, string reason);
    }
}

internal static class PageProblemsRegistration
{
    /// <summary>Handlers are asked in the order of registration; the one for programs is there already.</summary>
    public static void AddPageProblems(this WebApplicationBuilder builder) =>
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IExceptionHandler, PageProblems>());
}

using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kommunebro.ServiceDefaults;

/// <summary>What a caller of the REST API is told when it does not get what it wants (RFC 9457).</summary>
internal sealed record Problem(int Status, string Code, string Detail, IReadOnlyList<Violation> Errors)
{
    /// <summary>A problem with one field.</summary>
    public static Problem Of(string code, string detail, string field) =>
        new(StatusCodes.Status400BadRequest, code, detail, [new Violation(field, code, detail)]);

    /// <summary>A problem that is told by its status alone.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        401 => new Problem(status, "unauthenticated", "Send a valid access token: Authorization: Bearer ….", []),
        403 => new Problem(status, "forbidden", "Your token does not allow this.", []),
        404 => new Problem(status, "not_found", "There is nothing at this address.", []),
        405 => new Problem(status, "method_not_allowed", "This address does not take that method.", []),
        413 => new Problem(status, "body_too_large", "The request body is too large.", []),
        415 => new Problem(status, "unsupported_media_type", "Send the body as application/json, in UTF-8.", []),
        429 => new Problem(status, "too_many_requests", "Too many requests. Retry-After says when to go on.", []),
        500 => new Problem(status, "internal_error", "Something failed on our side. The trace id helps us to find it.", []),
        _ => new Problem(status, "refused", "The request was refused.", []),
    };

    /// <summary>Answers with it, whatever the caller accepts: a refusal in the wrong format beats none.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "5";
        var body = new Body(
            $"urn:problem:{Code}",
            ReasonPhrases.GetReasonPhrase(Status),
            Status,
            Detail,
            Code,
            Errors,
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
        return context.Response.WriteAsJsonAsync(body, ApiJson.Options, "application/problem+json", context.RequestAborted);
    }

    private sealed record Body(
        string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<Violation> Errors, string TraceId);
}

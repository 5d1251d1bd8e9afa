using System.Text.Json.Nodes;

namespace Kommunebro.Tests.Gateway.OpenApi;

/// <summary>What refusals look like, by status: an example, and the answer of whatever has no codes of its own to tell.</summary>
internal static class SharedRefusals
{
    private static readonly (string Status, string Title, string Code, string Detail, string? Field)[] All =
    [
        ("400", "Bad Request", "unknown_field", "There is no such field.", "titel"),
        ("401", "Unauthorized", "unauthenticated", "Send a valid access token: Authorization: Bearer ….", null),
        ("403", "Forbidden", "forbidden", "Your token does not allow this.", null),
        ("404", "Not Found", "not_found", "There is nothing at this address.", null),
        ("409", "Conflict", "request_in_progress", "The first request with this Idempotency-Key still runs. Try again a little later.", null),
        ("412", "Precondition Failed", "version_mismatch", "You saw version 2, but somebody made version 3 meanwhile. Read it again, look at the change, and repeat yours.", null),
        ("413", "Payload Too Large", "body_too_large", "The request body is too large.", null),
        ("415", "Unsupported Media Type", "unsupported_media_type", "Send the body as application/json, in UTF-8.", null),
        ("422", "Unprocessable Entity", "idempotency_key_reused", "This Idempotency-Key was used for another request.", null),
        ("428", "Precondition Required", "version_required", "Send If-Match with the ETag that you saw.", "If-Match"),
        ("429", "Too Many Requests", "too_many_requests", "Too many requests. Retry-After says when to go on.", null),
        ("503", "Service Unavailable", "service_unavailable", "The part of the platform that answers this is away. Try again a little later.", null),
    ];

    public static void Add(JsonObject components)
    {
        foreach (var (status, title, code, detail, field) in All)
        {
            components["examples"]![$"Refused{status}"] = new JsonObject { ["value"] = Example(status, title, code, detail, field) };
            // These have always codes of their own.
            if (status is not ("400" or "409"))
                components["responses"]![$"Refused{status}"] = Response(status, title, code);
        }
    }

    private static JsonObject Example(string status, string title, string code, string detail, string? field) => new()
    {
        ["type"] = $"urn:problem:{code}",
        ["title"] = title,
        ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
        ["detail"] = detail,
        ["code"] = code,
        ["errors"] = field is null ? [] : new JsonArray(new JsonObject { ["field"] = field, ["code"] = code, ["message"] = detail }),
        ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
    };

    private static JsonObject Response(string status, string title, string code)
    {
        var response = new Refusal([], [code]).Describe(status);
        response["description"] = $"{title}: {code}.";
        if (status is "429" or "503")
            response["headers"]!["Retry-After"] = OperationAnswers.Reference("headers", "Retry-After");
        if (status == "401")
            response["headers"]!["WWW-Authenticate"] = OperationAnswers.Reference("headers", "WWW-Authenticate");
        return response;
    }
}

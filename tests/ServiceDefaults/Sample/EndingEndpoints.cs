using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

/// <summary>Operations that will end: one, and a whole route.</summary>
internal static class EndingEndpoints
{
    public static void MapEnding(this IEndpointRouteBuilder app)
    {
        app.MapGet("/ending", (HttpContext http) => new Page<int>([1], "more").WithLink(http))
            .Deprecated(new DateOnly(2026, 12, 1), new DateOnly(2027, 6, 1), "/docs#ending", "/samples");
        var all = app.MapGroup("/all-ending").Deprecated(new DateOnly(2026, 12, 1), new DateOnly(2028, 1, 1), "https://docs.example/all");
        all.MapGet("/", () => "still here");
        all.MapPost("/refused", IResult () => throw new Refusal(RefusalKind.Conflict, "sample_code", "A sample refusal."));
    }
}

using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

public sealed record Place(string Code, double? Latitude, IReadOnlyList<string> Masked);

public sealed record Heavy(
    int Id, SampleKind Kind, Place Town, IReadOnlyList<SamplePart> Parts, IReadOnlyDictionary<string, string> Names, Heavy? Before, string? Secret, IReadOnlyList<string> Masked);

/// <summary>Answers that can be had in part, in each form in which handlers give them.</summary>
internal static class PartEndpoints
{
    private static readonly Heavy One = new(
        1, SampleKind.WaterSupply, new Place("UA1", null, ["latitude"]), [new("high", 3), new("low", 4)],
        new Dictionary<string, string> { ["uk"] = "Перший" }, null, null, ["secret"]);

    public static void MapParts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/heavy", (HttpContext http) => new Page<Heavy>([One, One with { Id = 2, Before = One }], "more").WithLink(http)).WithFields<Heavy>();
        app.MapGet("/heavy-result", () => TypedResults.Ok(new Page<Heavy>([One], null))).WithFields<Heavy>();
        app.MapGet("/heavy-one", (HttpContext http) =>
        {
            ETag.Set(http, 7);
            return TypedResults.Ok(One);
        }).WithFields<Heavy>();
        app.MapGet("/heavy-refused", Ok<Heavy> () => throw Refusal.NotFound("no_such_thing", "There is none.")).WithFields<Heavy>();
        app.MapGet("/heavy-elsewhere", () => TypedResults.Accepted("/heavy", One)).WithFields<Heavy>();
    }
}

using System.Globalization;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

public enum SampleKind
{
    TownTwinning,
    WaterSupply,
}

public sealed record SamplePart(string Level, int Days);

public sealed record SampleBody(string Title, SampleKind Kind, IReadOnlyList<SamplePart> Parts, int Count = 0, string? Note = null);

public sealed record WideBody(
    string TheFirstOfManyFields, string TheSecondOfManyFields, string TheThirdOfManyFields, string TheFourthOfManyFields, string TheFifth, string TheSixth);

internal static class SampleEndpoints
{
    private const int Rows = 7;

    public static void MapSamples(this IEndpointRouteBuilder app)
    {
        app.MapPost("/samples", (SampleBody body) => body);
        app.MapPost("/wide", (WideBody body) => body);
        app.MapGet("/samples", List);
        app.MapGet("/samples/{id:guid}", (Guid id) => id);
        app.MapGet("/years", (int year) => year);
        app.MapPut("/versions", (HttpContext context) => IfMatch.Require(context, 3));
        app.MapGet("/versions", (HttpContext context) => ETag.Set(context, 3));
        app.MapGet("/refusals/{kind}", IResult (RefusalKind kind) => throw new Refusal(kind, "sample_code", "A sample refusal.", "sample"));
        app.MapGet("/refusals/several", IResult () => throw Refusal.Invalid(
            [new Violation("areas[1].level", "out_of_range", "Too high."), new Violation("title", "too_short", "Say more.")]));
        app.MapGet("/bugs", IResult () => throw new InvalidOperationException("the secret of the server"));
        app.MapGet("/overtaken", IResult () => throw new DbUpdateConcurrencyException("row 7"));
        app.MapGet("/database-away", IResult () => throw new InvalidOperationException(
            "likely transient", new NpgsqlException("10.0.0.7 is away", new TimeoutException())));
        app.MapGet("/ask/{text}", async (string text, HttpContext context, CancellationToken cancellationToken) =>
            (await context.RequestServices.GetRequiredService<Echo.EchoClient>()
                .SayAsync(new SayRequest { Text = text }, cancellationToken: cancellationToken)).Text);
        app.MapPost("/notes", NoteAsync);
        var hits = 0;
        app.MapMethods("/always-away", ["GET", "POST"], IResult () =>
            throw new Refusal(RefusalKind.Unavailable, "away", $"Asked for the {Interlocked.Increment(ref hits)}th time."));
        app.MapGet("/slow", async (CancellationToken cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            return "slow, but done";
        });
    }

    private static async Task<int> NoteAsync(string text, HttpContext context, CancellationToken cancellationToken, string? who = null)
    {
        if (who is not null)
            context.RequestServices.GetRequiredService<AuditActor>().Who = who;
        var db = context.RequestServices.GetRequiredService<SampleDb>();
        var note = new Note { Text = text };
        db.Add(note);
        db.Audit("note.write", "note", "n1", null, new { FirstText = text, Kind = SampleKind.WaterSupply });
        await db.SaveChangesAsync(cancellationToken);
        return note.Id;
    }

    private static Page<int> List([AsParameters] PageRequest page, HttpContext context, string? area = null)
    {
        var after = page.Cursor is null ? 0 : Number(Cursor.Decode(page.Cursor, 2)[1]);
        var rows = Enumerable.Range(1, Rows).Where(row => row > after).Take(page.Size() + 1).ToList();
        return Page.Of(rows, page.Size(), row => Cursor.Encode(area ?? "", row.ToString(CultureInfo.InvariantCulture))).WithLink(context);
    }

    private static int Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Cursor.Invalid();
}

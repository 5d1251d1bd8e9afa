using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Tests.ServiceDefaults.Idempotency;

public sealed class Thing
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public string? Slug { get; init; }
}

public sealed record ThingRequest(string Name, string? Slug = null);

public sealed record ThingView(Guid Id, string Name);

public sealed class ThingsDb(DbContextOptions<ThingsDb> options) : DbContext(options)
{
    public DbSet<Thing> Things => Set<Thing>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Thing>().HasIndex(thing => thing.Slug).IsUnique();
        modelBuilder.AddIdempotencyKeys();
    }
}

/// <summary>What a test lets happen when a thing has been saved, and before the handler answers.</summary>
public sealed class Interlude
{
    public Func<ThingsDb, CancellationToken, Task> RunAsync { get; set; } = (_, _) => Task.CompletedTask;
}

/// <summary>Use cases that make things, and the kinds of answers that use cases give.</summary>
internal static class ThingsEndpoints
{
    public static void MapThings(this IEndpointRouteBuilder app)
    {
        app.MapPost("/things", CreateAsync).WithIdempotencyKey<ThingsDb>();
        app.MapPost("/things/created", Created<ThingView> (ThingRequest body) => TypedResults.Created("/things/7", View(body)))
            .WithIdempotencyKey<ThingsDb>();
        app.MapPost("/things/accepted", Accepted<ThingView> (ThingRequest body) => TypedResults.Accepted("/things/7", View(body)))
            .WithIdempotencyKey<ThingsDb>();
        app.MapPost("/things/ok", Ok<ThingView> (ThingRequest body) => TypedResults.Ok(View(body))).WithIdempotencyKey<ThingsDb>();
        app.MapPost("/things/plain", View).WithIdempotencyKey<ThingsDb>();
        app.MapPost("/things/nothing", NoContent () => TypedResults.NoContent()).WithIdempotencyKey<ThingsDb>();
        app.MapPost("/things/returned-refusal", async Task<NotFound> (ThingRequest body, ThingsDb db) =>
        {
            await SaveAsync(body, db);
            return TypedResults.NotFound();
        }).WithIdempotencyKey<ThingsDb>();
    }

    private static async Task<Created<ThingView>> CreateAsync(
        ThingRequest body, HttpContext http, ThingsDb db, Interlude interlude, CancellationToken cancellationToken)
    {
        try
        {
            var thing = await SaveAsync(body, db);
            await interlude.RunAsync(db, cancellationToken);
            ETag.Set(http, 1);
            return TypedResults.Created($"/things/{thing.Id}", new ThingView(thing.Id, thing.Name));
        }
        catch (DbUpdateException)
        {
            // A use case may ask on when the database's key said no.
            var first = await db.Things.AsNoTracking().SingleAsync(thing => thing.Slug == body.Slug, cancellationToken);
            throw new Refusal(RefusalKind.Conflict, "thing_exists", first.Name);
        }
    }

    private static async Task<Thing> SaveAsync(ThingRequest body, ThingsDb db)
    {
        var thing = new Thing { Name = body.Name, Slug = body.Slug };
        db.Add(thing);
        await db.SaveChangesAsync();
        return thing;
    }

    // A new id each time, so that a repeated run cannot look like a repeated answer.
    private static ThingView View(ThingRequest body) => new(Guid.CreateVersion7(), body.Name);
}

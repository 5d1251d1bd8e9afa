using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Scenarios;

/// <summary>The REST face, under /api/v1/scenarios.</summary>
internal static class ScenariosEndpoints
{
    /// <summary>Adds the use cases.</summary>
    public static void AddScenarios(this IServiceCollection services) => services
        .AddScoped<ScenarioChoice>()
        .AddScoped<IChosenScenario>(provided => provided.GetRequiredService<ScenarioChoice>())
        .AddScoped<ScenarioCheck>()
        .AddScoped<ScenarioChange>()
        .AddScoped<ScenarioTeller>()
        .AddScoped<CreateScenario>()
        .AddScoped<ReviseScenario>()
        .AddScoped<PutScenarioInForce>()
        .AddScoped<ArchiveScenario>()
        .AddScoped<ScenariosGrpc>();

    /// <summary>Maps /api/v1/scenarios.</summary>
    public static void MapScenarios(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/api/v1/scenarios").RequireAccess(AccessPolicies.MatchingRead);
        read.MapGet("", ListScenarios.HandleAsync);
        read.MapGet("/default", DefaultAsync).WithName("GetDefaultScenario");
        read.MapGet("/{id:guid}", GetAsync);

        var write = app.MapGroup("/api/v1/scenarios").RequireAccess(AccessPolicies.ScenariosWrite);
        write.MapPost("", CreateAsync).WithIdempotencyKey<MatchingDb>();
        write.MapPut("/{id:guid}", ReviseAsync);
        write.MapPost("/{id:guid}/put-in-force", PutInForceAsync).WithIdempotencyKey<MatchingDb>();
        write.MapPost("/default/put-in-force", PutDefaultInForceAsync).WithIdempotencyKey<MatchingDb>()
            .WithName("PutDefaultScenarioInForce").WithSummary("Makes runs and shortlists by the built-in scenario from now on");
        write.MapDelete("/{id:guid}", ArchiveAsync);
    }

    /// <summary>200 with the built-in scenario.</summary>
    private static async Task<Ok<ScenarioView>> DefaultAsync(ScenarioTeller teller, CancellationToken cancellationToken) =>
        TypedResults.Ok(await teller.TellDefaultAsync(cancellationToken));

    /// <summary>200 with the scenario and its ETag, or with one of its versions. 400 unknown_language; 404 unknown_scenario.</summary>
    private static async Task<Ok<ScenarioView>> GetAsync(
        Guid id, long? version, string? lang, HttpContext http, ScenarioTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        return version is null
            ? await ShowAsync(http, teller, id, language, cancellationToken)
            : TypedResults.Ok(await teller.TellAsync(id, version.Value, language, cancellationToken));
    }

    /// <summary>201 with the scenario. Refusals: <see cref="CreateScenario.RunAsync"/>.</summary>
    private static async Task<Created<ScenarioView>> CreateAsync(
        ScenarioRequest request, HttpContext http, CreateScenario create, ScenarioTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        var scenario = await create.RunAsync(request, null, cancellationToken);
        var shown = await ShowAsync(http, teller, scenario.Id, language, cancellationToken);
        return TypedResults.Created($"/api/v1/scenarios/{scenario.Id}", shown.Value);
    }

    /// <summary>With If-Match: 200 with the scenario. Refusals: <see cref="ReviseScenario.RunAsync"/>.</summary>
    private static async Task<Ok<ScenarioView>> ReviseAsync(
        Guid id, ScenarioRequest request, HttpContext http, ReviseScenario revise, ScenarioTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await revise.RunAsync(id, request, Seen.In(http), cancellationToken);
        return await ShowAsync(http, teller, id, language, cancellationToken);
    }

    /// <summary>With If-Match: 200 with the scenario. Refusals: <see cref="PutScenarioInForce.RunAsync"/>.</summary>
    private static async Task<Ok<ScenarioView>> PutInForceAsync(
        Guid id, HttpContext http, PutScenarioInForce put, ScenarioTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await put.RunAsync(id, Seen.In(http), cancellationToken);
        return await ShowAsync(http, teller, id, language, cancellationToken);
    }

    /// <summary>200 with the built-in scenario, which is in force now.</summary>
    private static async Task<Ok<ScenarioView>> PutDefaultInForceAsync(
        PutScenarioInForce put, ScenarioTeller teller, CancellationToken cancellationToken)
    {
        await put.RunDefaultAsync(cancellationToken);
        return TypedResults.Ok(await teller.TellDefaultAsync(cancellationToken));
    }

    /// <summary>With If-Match: 204. Refusals: <see cref="ArchiveScenario.RunAsync"/>.</summary>
    private static async Task<NoContent> ArchiveAsync(Guid id, HttpContext http, ArchiveScenario archive, CancellationToken cancellationToken)
    {
        await archive.RunAsync(id, Seen.In(http), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ScenarioView>> ShowAsync(
        HttpContext http, ScenarioTeller teller, Guid id, string language, CancellationToken cancellationToken)
    {
        var view = await teller.TellAsync(id, language, cancellationToken);
        ETag.Set(http, view.Version);
        return TypedResults.Ok(view);
    }
}

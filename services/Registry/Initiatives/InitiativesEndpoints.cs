using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>REST: /api/v1/initiatives.</summary>
internal static class InitiativesEndpoints
{
    private const string Path = "/initiatives";

    public static void MapInitiatives(this RouteGroupBuilder api)
    {
        var initiatives = api.MapGroup(Path);
        initiatives.MapGet("/", FindAsync)
            .WithFields<InitiativeView>()
            .RequireAccess(AccessPolicies.InitiativesRead)
            .WithName("FindInitiatives")
            .WithSummary("Who already helps whom, the oldest record first")
            .WithDescription("Twin towns, projects and partnerships of other programmes. What lies in or near the war is told to others when nothing of it has changed for 90 days, and then at the level of the oblast (`masked`), unless few hromadas could be meant; `municipality` and `country` do not find it.");
        initiatives.MapPost("/", RecordAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.InitiativesWrite)
            .WithName("RecordInitiative")
            .WithSummary("Record that somebody helps a hromada")
            .WithDescription("For any hromada; the record is your organisation's, and only it and coordinators change it. The same two, programme and reference a second time are 409 initiative_exists.");
        initiatives.MapGet("/{id:guid}", ShowAsync)
            .RequireAccess(AccessPolicies.InitiativesRead)
            .WithName("GetInitiative")
            .WithSummary("One initiative");
        initiatives.MapPut("/{id:guid}", ReviseAsync)
            .RequireAccess(AccessPolicies.InitiativesWrite)
            .WithName("ReviseInitiative")
            .WithSummary("Say all of an initiative anew")
            .WithDescription("Needs If-Match. The same again raises no version. 404 initiative_not_found, also for what others recorded; 400 sides_fixed; 409 initiative_over, initiative_exists.");
        initiatives.MapPost("/{id:guid}/end", EndAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.InitiativesWrite)
            .WithName("EndInitiative")
            .WithSummary("Say that an initiative is over")
            .WithDescription("Needs If-Match. 404 initiative_not_found; 400 out_of_range, end_before_start; 409 initiative_over.");
        initiatives.MapPost("/{id:guid}/withdraw", WithdrawAsync)
            .WithIdempotencyKey<RegistryDb>()
            .RequireAccess(AccessPolicies.InitiativesWrite)
            .WithName("WithdrawInitiative")
            .WithSummary("Take back what was recorded by mistake")
            .WithDescription("Needs If-Match. 404 initiative_not_found; 409 initiative_over.");
    }

    private static async Task<Page<InitiativeView>> FindAsync(
        [AsParameters] InitiativeFilter filter, [AsParameters] PageRequest page, string? lang, FindInitiatives find, HttpContext http, CancellationToken cancellationToken) =>
        (await find.RunAsync(filter, page, ReaderLanguage.Of(lang, http), cancellationToken)).WithLink(http);

    private static async Task<Created<InitiativeView>> RecordAsync(
        string? lang, InitiativeRequest request, RecordInitiative record, FindInitiatives find, HttpContext http, CancellationToken cancellationToken)
    {
        // First, so that a language that is none refuses before anything is changed.
        ReaderLanguage.Of(lang, http);
        var id = await record.RunAsync(request, cancellationToken);
        return TypedResults.Created($"/api/v1{Path}/{id}", await ShowAsync(id, lang, find, http, cancellationToken));
    }

    private static async Task<InitiativeView> ReviseAsync(
        Guid id, string? lang, InitiativeRequest request, ReviseInitiative revise, FindInitiatives find, HttpContext http, CancellationToken cancellationToken)
    {
        ReaderLanguage.Of(lang, http);
        await revise.RunAsync(id, request, version => IfMatch.Require(http, version), cancellationToken);
        return await ShowAsync(id, lang, find, http, cancellationToken);
    }

    private static async Task<InitiativeView> EndAsync(
        Guid id, string? lang, EndInitiativeRequest? request, EndInitiative end, FindInitiatives find, HttpContext http, CancellationToken cancellationToken)
    {
        ReaderLanguage.Of(lang, http);
        await end.EndAsync(id, request?.On, version => IfMatch.Require(http, version), cancellationToken);
        return await ShowAsync(id, lang, find, http, cancellationToken);
    }

    private static async Task<InitiativeView> WithdrawAsync(
        Guid id, string? lang, EndInitiative end, FindInitiatives find, HttpContext http, CancellationToken cancellationToken)
    {
        ReaderLanguage.Of(lang, http);
        await end.WithdrawAsync(id, version => IfMatch.Require(http, version), cancellationToken);
        return await ShowAsync(id, lang, find, http, cancellationToken);
    }

    private static async Task<InitiativeView> ShowAsync(Guid id, string? lang, FindInitiatives find, HttpContext http, CancellationToken cancellationToken)
    {
        var view = await find.OneAsync(id, ReaderLanguage.Of(lang, http), cancellationToken);
        ETag.Set(http, view.Version);
        return view;
    }
}

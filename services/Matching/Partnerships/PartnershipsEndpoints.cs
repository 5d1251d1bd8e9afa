using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Partnerships;

/// <summary>The REST face, under /api/v1/partnerships.</summary>
internal static class PartnershipsEndpoints
{
    /// <summary>Adds the use cases, and the clock of the follow-ups.</summary>
    public static void AddPartnerships(this IServiceCollection services) => services
        .AddScoped<PartnershipChange>()
        .AddScoped<StartPartnership>()
        .AddScoped<RegisterPartnership>()
        .AddScoped<AddNote>()
        .AddScoped<CompleteFollowUp>()
        .AddScoped<ReachStage>()
        .AddScoped<VisiblePartnerships>()
        .AddScoped<PartnershipTeller>()
        .AddScoped<FindPartnerships>()
        .AddScoped<StreamPartnerships>()
        .AddScoped<PartnershipsGrpc>()
        .AddScoped<PartnershipStepsGrpc>()
        .AddHostedService<FollowUpClock>();

    /// <summary>Maps /api/v1/partnerships.</summary>
    public static void MapPartnerships(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/api/v1/partnerships").RequireAccess(AccessPolicies.PartnershipsRead);
        read.MapGet("", ListPartnerships.HandleAsync).WithFields<PartnershipView>();
        read.MapGet("/{id:guid}", GetAsync);

        var write = app.MapGroup("/api/v1/partnerships").RequireAccess(AccessPolicies.PartnershipsWrite);
        write.MapPost("", RegisterAsync).WithIdempotencyKey<MatchingDb>();
        write.MapPost("/{id:guid}/notes", NoteAsync).WithIdempotencyKey<MatchingDb>();
        write.MapPost("/{id:guid}/follow-up", FollowUpAsync).WithIdempotencyKey<MatchingDb>();
        write.MapPost("/{id:guid}/stage", StageAsync).WithIdempotencyKey<MatchingDb>();
    }

    /// <summary>200 with the partnership and its ETag. 400 unknown_language; 404 unknown_partnership.</summary>
    private static Task<Ok<PartnershipView>> GetAsync(
        Guid id, string? lang, HttpContext http, PartnershipTeller teller, CancellationToken cancellationToken) =>
        ShowAsync(http, teller, id, ReaderLanguage.Of(lang, http), cancellationToken);

    /// <summary>201 with the partnership. Refusals: <see cref="RegisterPartnership.RunAsync"/>.</summary>
    private static async Task<Created<PartnershipView>> RegisterAsync(
        RegisterRequest request, HttpContext http, RegisterPartnership register, PartnershipTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        var partnership = await register.RunAsync(request, cancellationToken);
        var shown = await ShowAsync(http, teller, partnership.Id, language, cancellationToken);
        return TypedResults.Created($"/api/v1/partnerships/{partnership.Id}", shown.Value);
    }

    /// <summary>With If-Match: 200 with the partnership. Refusals: <see cref="AddNote.RunAsync"/>.</summary>
    private static async Task<Ok<PartnershipView>> NoteAsync(
        Guid id, NoteRequest request, HttpContext http, AddNote notes, PartnershipTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await notes.RunAsync(id, request, Seen.In(http), cancellationToken);
        return await ShowAsync(http, teller, id, language, cancellationToken);
    }

    /// <summary>With If-Match: 200 with the partnership. Refusals: <see cref="CompleteFollowUp.RunAsync"/>.</summary>
    private static async Task<Ok<PartnershipView>> FollowUpAsync(
        Guid id, FollowUpRequest request, HttpContext http, CompleteFollowUp complete, PartnershipTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await complete.RunAsync(id, request, Seen.In(http), cancellationToken);
        return await ShowAsync(http, teller, id, language, cancellationToken);
    }

    /// <summary>With If-Match: 200 with the partnership. Refusals: <see cref="ReachStage.RunAsync"/>.</summary>
    private static async Task<Ok<PartnershipView>> StageAsync(
        Guid id, StageRequest request, HttpContext http, ReachStage reach, PartnershipTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(null, http);
        await reach.RunAsync(id, request, Seen.In(http), cancellationToken);
        return await ShowAsync(http, teller, id, language, cancellationToken);
    }

    private static async Task<Ok<PartnershipView>> ShowAsync(
        HttpContext http, PartnershipTeller teller, Guid id, string language, CancellationToken cancellationToken)
    {
        var view = await teller.TellAsync(id, language, cancellationToken);
        ETag.Set(http, view.Version);
        return TypedResults.Ok(view);
    }
}

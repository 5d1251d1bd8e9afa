using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>The REST face of drafts, under /api/v1/needs/drafts.</summary>
internal static class DraftsEndpoints
{
    public static void MapDrafts(this WebApplication app)
    {
        var drafts = app.MapGroup("/api/v1/needs/drafts").RequireAccess(AccessPolicies.NeedsWrite);
        drafts.MapGet("", FindDrafts.HandleAsync);
        drafts.MapGet("/{id:guid}", GetDraft.HandleAsync);
        drafts.MapPost("", KeepDraft.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
        drafts.MapPut("/{id:guid}", WriteDraft.HandleAsync);
        drafts.MapDelete("/{id:guid}", DropDraft.HandleAsync);
        drafts.MapPost("/{id:guid}/submit", SubmitDraft.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
    }
}

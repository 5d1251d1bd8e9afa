using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>Somebody begins to write a need.</summary>
internal static class KeepDraft
{
    /// <summary>
    /// POST /api/v1/needs/drafts with as much of a need as there is, its municipality at least: 201 with the draft and what it
    /// lacks. 400 with everything that is there and wrong; 503 directory_not_ready.
    /// </summary>
    public static async Task<Created<DraftView>> HandleAsync(
        NeedRequest request, HttpContext http, NeedsIntakeDb db, DraftDesk desk, TimeProvider clock, CancellationToken cancellationToken)
    {
        var kept = await RunAsync(request, db, desk, clock, cancellationToken);
        ETag.Set(http, kept.Draft.Version);
        return TypedResults.Created($"/api/v1/needs/drafts/{kept.Draft.Id}", DraftView.Of(kept.Draft, kept.Missing));
    }

    /// <summary>The same for every way in. Said again with the same <paramref name="id"/>, it is the same draft.</summary>
    /// <exception cref="Refusal">Invalid, with everything that is there and wrong; unavailable directory_not_ready; version_mismatch when the draft <paramref name="id"/> says something else.</exception>
    internal static async Task<KeptDraft> RunAsync(
        NeedRequest request, NeedsIntakeDb db, DraftDesk desk, TimeProvider clock, CancellationToken cancellationToken, Guid? id = null)
    {
        var (hromada, missing) = await desk.ReadAsync(request, cancellationToken);
        var taken = id is { } chosen ? await db.Drafts.IgnoreQueryFilters().SingleOrDefaultAsync(known => known.Id == chosen, cancellationToken) : null;
        if (taken?.MunicipalityId == hromada.Id && taken.Says(request))
            return new KeptDraft(taken, hromada, missing);
        if (taken?.MunicipalityId == hromada.Id && taken.Became is null)
            throw new Refusal(RefusalKind.VersionMismatch, "version_mismatch", "This draft has been written on meanwhile.");
        // Of an id that another hromada's draft has nobody is told, and what is said anew after a need was made of it must not be lost: this one gets another.
        var draft = new NeedDraft(hromada.Id, request, clock.GetUtcNow(), taken is null ? id : null);
        db.Add(draft);
        db.Audit("need-draft.keep", "need-draft", $"{draft.Id}", before: null, new { draft.Version, draft.MunicipalityId });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException twice) when (id is not null && twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // It was said twice at once.
            db.ChangeTracker.Clear();
            return await RunAsync(request, db, desk, clock, cancellationToken, id);
        }

        return new KeptDraft(draft, hromada, missing);
    }
}

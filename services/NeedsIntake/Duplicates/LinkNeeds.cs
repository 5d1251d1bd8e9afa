using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>What AUC decides on two needs.</summary>
/// <param name="Relation">duplicate, escalation, related or different.</param>
/// <param name="Note">Why, at most 1000 characters.</param>
public sealed record LinkRequest(string? Relation = null, string? Note = null);

/// <summary>AUC says what two needs of a hromada are to each other; both stay as they are.</summary>
internal static class LinkNeeds
{
    /// <summary>
    /// PUT /api/v1/needs/{id}/duplicates/{otherId}: 201 with the decision, or 200 when it was decided anew, which needs If-Match.
    /// The order of the two ids does not matter. 400 with everything that is wrong, same_need, other_hromada; 404 need_not_found;
    /// 412 and 428 by version.
    /// </summary>
    public static async Task<Results<Created<NeedLinkView>, Ok<NeedLinkView>>> HandleAsync(
        Guid id, Guid otherId, LinkRequest request, HttpContext http, NeedsIntakeDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (link, isNew) = await RunAsync(id, otherId, request, version => IfMatch.Require(http, version), db, clock, cancellationToken);
        ETag.Set(http, link.Version);
        var view = NeedLinkView.Of(link);
        return isNew ? TypedResults.Created($"/api/v1/needs/{id}/duplicates", view) : TypedResults.Ok(view);
    }

    /// <summary>The same for every way in.</summary>
    /// <exception cref="Refusal">As above; what <paramref name="requireVersion"/> refuses of a decision that there is.</exception>
    internal static async Task<(NeedLink Link, bool IsNew)> RunAsync(
        Guid id, Guid otherId, LinkRequest request, Action<long> requireVersion, NeedsIntakeDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (relation, note) = Take(request);
        var needs = await TakeNeedsAsync(db, id, otherId, cancellationToken);
        var (earlier, later) = NeedLink.Ordered(id, otherId);
        var known = await db.Set<NeedLink>().FindAsync([earlier, later], cancellationToken);
        if (known is not null)
            requireVersion(known.Version);
        var before = known is null ? null : FactsOf(known);
        var link = known ?? db.Add(NeedLink.Between(id, otherId)).Entity;
        link.Decide(relation, note, clock.GetUtcNow());
        foreach (var need in needs)
            db.Record(need, "need.link", before, FactsOf(link), link.DecidedAt, note);
        await SaveAsync(db, cancellationToken);
        return (link, known is null);
    }

    private static (NeedRelation Relation, string? Note) Take(LinkRequest request)
    {
        var rules = new Rules();
        var relation = rules.RequiredChoice<NeedRelation>(request.Relation, "relation");
        var note = rules.Block(request.Note, "note", shortest: 1, longest: 1000);
        rules.Enforce();
        return (relation, note);
    }

    private static async Task SaveAsync(NeedsIntakeDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new Refusal(
                RefusalKind.VersionMismatch, "version_mismatch", "Somebody else has just decided on these two. Look at the decision, and repeat yours.");
        }
    }

    /// <summary>Without the note, which may name people: the histories of both needs keep it.</summary>
    private static object FactsOf(NeedLink link) => new { link.EarlierId, link.LaterId, link.Relation };

    private static async Task<IReadOnlyList<Need>> TakeNeedsAsync(NeedsIntakeDb db, Guid id, Guid otherId, CancellationToken cancellationToken)
    {
        if (id == otherId)
            throw new Refusal(RefusalKind.Invalid, "same_need", "These are one and the same need.", "otherId");
        var needs = await db.Needs.AsNoTracking().Where(need => need.Id == id || need.Id == otherId).ToListAsync(cancellationToken);
        if (needs.Count < 2)
            throw NeedChange.NotFound();
        if (needs[0].MunicipalityId != needs[1].MunicipalityId)
            throw new Refusal(RefusalKind.Invalid, "other_hromada", "Only needs of one hromada can be the same.", "otherId");
        return needs;
    }
}

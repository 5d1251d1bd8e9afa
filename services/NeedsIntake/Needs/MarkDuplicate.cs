using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Which need it repeats.</summary>
/// <param name="Of">The id of the need that remains, of the same hromada.</param>
/// <param name="Text">A note, 3 to 1000 characters.</param>
public sealed record DuplicateRequest(string? Of = null, string? Text = null);

/// <summary>AUC says that a need repeats another one. Both are kept, and linked.</summary>
internal static class MarkDuplicate
{
    /// <summary>
    /// POST /api/v1/needs/{id}/mark-duplicate with If-Match: 200 with the need. 400 (of: unknown_need, not_its_like; text);
    /// 404 need_not_found; 409 illegal_step or original_has_ended; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, DuplicateRequest request, HttpContext http, NeedsIntakeDb db, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), db, changes, cancellationToken));

    /// <summary>Links the two.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static async Task<NeedView> RunAsync(
        Guid id, DuplicateRequest request, Action<long> requireVersion, NeedsIntakeDb db, NeedChange changes, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Required(request.Of is not null, "of", "Give the id of the need that it repeats.");
        var text = rules.Block(request.Text, "text", shortest: 3, longest: 1000);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var other = Guid.TryParse(request.Of, out var of) ? await LockAsync(db, id, of, cancellationToken) : null;
        rules.Check(request.Of is null || other is not null, "of", "unknown_need", "There is no such need.");
        rules.Enforce();
        var marked = await changes.RunAsync(
            id, NeedStep.MarkDuplicate, requireVersion, (need, _, now) => need.MarkDuplicate(other!, now), text, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return marked;
    }

    /// <summary>The other one as it stands until the end of the transaction: of two that are to repeat each other one must remain.</summary>
    private static async Task<Need?> LockAsync(NeedsIntakeDb db, Guid id, Guid of, CancellationToken cancellationToken)
    {
        Guid[] both = [id, of];
        await db.Database.ExecuteSqlAsync($"select 1 from needs where id = any({both}) order by id for update", cancellationToken);
        return await db.Needs.AsNoTracking().SingleOrDefaultAsync(need => need.Id == of, cancellationToken);
    }
}

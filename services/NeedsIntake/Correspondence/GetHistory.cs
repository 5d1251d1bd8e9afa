using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Correspondence;

/// <summary>Who took a step; people are not named to partners.</summary>
public enum StepSide { Staff, Partner, System }

/// <summary>One step of a need's history.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Action">What, e.g. need.return.</param>
/// <param name="By">Who.</param>
/// <param name="Text">The question, answer, reason or note that went with it; empty when none did.</param>
/// <param name="Version">The need's version after it.</param>
public sealed record StepView(DateTimeOffset At, string Action, StepSide By, string Text, long Version);

/// <summary>A need's history.</summary>
/// <param name="Items">Oldest first.</param>
public sealed record HistoryView(IReadOnlyList<StepView> Items);

/// <summary>What was done with a need and said about it, for who sees all of it: its hromada's partner, coordinators of AUC and KS.</summary>
internal static class GetHistory
{
    /// <summary>GET /api/v1/needs/{id}/history: 200, oldest first. 404 need_not_found, also for who does not see all of the need.</summary>
    public static async Task<Ok<HistoryView>> HandleAsync(
        Guid id, NeedsIntakeDb db, NeedVisibility visibility, CancellationToken cancellationToken)
    {
        var found = await db.Needs.AsNoTracking().Where(need => need.Id == id)
            .Join(db.Municipalities, need => need.MunicipalityId, known => known.Id, (need, known) => new { Need = need, Hromada = known })
            .SingleOrDefaultAsync(cancellationToken) ?? throw NeedChange.NotFound();
        if ((await visibility.ShowOneAsync(found.Need, found.Hromada, cancellationToken)).Masked.Count > 0)
            throw NeedChange.NotFound();
        var steps = await NeedHistory.ReadAsync(db, id, cancellationToken);
        return TypedResults.Ok(new HistoryView(
            [.. steps.Select(step => new StepView(step.At, step.Action, SideOf(step.Who), visibility.MayReadNotes ? step.Words : ForPartner(step), step.Version))]));
    }

    private static StepSide SideOf(string who) =>
        who.StartsWith("staff:", StringComparison.Ordinal) ? StepSide.Staff
        : who.StartsWith("client:", StringComparison.Ordinal) ? StepSide.Partner
        : StepSide.System;

    /// <summary>What AUC notes for itself is for staff.</summary>
    private static string ForPartner(NeedStepTaken step) =>
        step.Action is "need.verify" or "need.review" or "need.decide_texts" or "need.expire" or "need.reopen" or "need.link" or "need.mark_duplicate" or "need.call"
            && SideOf(step.Who) == StepSide.Staff
            ? ""
            : step.Words;
}

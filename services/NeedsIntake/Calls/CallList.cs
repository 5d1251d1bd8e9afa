using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Calls;

/// <summary>A hromada that AUC should call.</summary>
/// <param name="Municipality">Its KATOTTG code.</param>
/// <param name="MunicipalityNames">Its name.</param>
/// <param name="DueAt">By when (UTC): the earliest of its reasons.</param>
/// <param name="Reasons">Why, the earliest first.</param>
/// <param name="LastCallAt">When AUC last called it; null when never.</param>
/// <param name="LastOutcome">What came of that.</param>
public sealed record TownToCall(
    string Municipality,
    LocalizedText MunicipalityNames,
    DateTimeOffset DueAt,
    IReadOnlyList<CallReason> Reasons,
    DateTimeOffset? LastCallAt,
    CallOutcome? LastOutcome);

/// <summary>All hromadas that AUC should call.</summary>
/// <param name="Items">The most pressing first.</param>
public sealed record CallListView(IReadOnlyList<TownToCall> Items);

/// <summary>
/// The hromadas that must not be lost by silence. It is found anew each time from what is known, so no clock that stood still
/// can lose one; nothing leaves it by itself but by what the hromada says, a call, or a pause that it asked for.
/// </summary>
internal static class CallList
{
    private static readonly TimeSpan Silence = TimeSpan.FromDays(90);

    private static readonly TimeSpan Unanswered = TimeSpan.FromDays(14);

    /// <summary>GET /api/v1/needs/call-list: 200 with the hromadas that AUC should call and why, the most pressing first.</summary>
    public static async Task<Ok<CallListView>> HandleAsync(NeedsIntakeDb db, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(new CallListView(await ReadAsync(db, clock.GetUtcNow(), cancellationToken)));

    /// <summary>The hromadas that must be called.</summary>
    public static async Task<IReadOnlyList<TownToCall>> ReadAsync(NeedsIntakeDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (silentSince, askedBefore, holdsBefore) = (now - Silence, now - Unanswered, now + NeedLifeCycle.RenewedBefore);
        var needs = await db.Needs.AsNoTracking()
            .Where(need => NeedLifeCycle.Living.Contains(need.Status) && !(need.PausedUntil > now)
                && (need.LastHeardAt <= silentSince
                    || (need.Status == NeedStatus.Returned && need.StatusSince <= askedBefore)
                    || ((need.Status == NeedStatus.Verified || need.Status == NeedStatus.PartlyMet) && need.ExpiresAt <= holdsBefore)))
            .Select(need => new WaitingNeed(need.Id, need.MunicipalityId, need.Status, need.LastHeardAt, need.StatusSince, need.ExpiresAt))
            .ToListAsync(cancellationToken);
        var tasks = await db.TerritoryTasks.AsNoTracking().Where(task => task.DoneAt == null).ToListAsync(cancellationToken);
        Guid[] ids = [.. needs.Select(need => need.MunicipalityId).Union(tasks.Select(task => task.MunicipalityId))];
        var towns = await db.Municipalities.AsNoTracking().Where(town => ids.Contains(town.Id)).ToListAsync(cancellationToken);
        var calls = await db.TownCalls.AsNoTracking().Where(call => ids.Contains(call.MunicipalityId))
            .GroupBy(call => call.MunicipalityId).Select(group => group.OrderByDescending(call => call.Id).First())
            .ToDictionaryAsync(call => call.MunicipalityId, cancellationToken);
        return
        [
            .. towns.Select(town =>
            {
                var reasons = ReasonsOf([.. needs.Where(need => need.MunicipalityId == town.Id)], now)
                    .Concat(tasks.Where(task => task.MunicipalityId == town.Id)
                        .Select(task => new CallReason("territory_changed", CallReason.TerritoryChanged, task.DueAt, [])))
                    .OrderBy(reason => reason.DueAt).ToList();
                var last = calls.GetValueOrDefault(town.Id);
                return new TownToCall(town.Code, town.Names, reasons[0].DueAt, reasons, last?.At, last?.Outcome);
            }).OrderBy(town => town.DueAt).ThenBy(town => town.Municipality, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<CallReason> ReasonsOf(IReadOnlyList<WaitingNeed> needs, DateTimeOffset now)
    {
        var silent = needs.Where(need => need.LastHeardAt <= now - Silence).ToList();
        if (silent.Count > 0)
            yield return new CallReason("silence", CallReason.Silence, silent.Min(need => need.LastHeardAt) + Silence, [.. silent.Select(need => need.Id)]);
        var asked = needs.Where(need => need.Status == NeedStatus.Returned && need.StatusSince <= now - Unanswered).ToList();
        if (asked.Count > 0)
            yield return new CallReason("unanswered", CallReason.Unanswered, asked.Min(need => need.StatusSince) + Unanswered, [.. asked.Select(need => need.Id)]);
        var ending = needs.Where(need => NeedLifeCycle.IsMatched(need.Status) && need.ExpiresAt <= now + NeedLifeCycle.RenewedBefore).ToList();
        if (ending.Count > 0)
            yield return new CallReason("runs_out", CallReason.RunsOut, ending.Min(need => need.ExpiresAt)!.Value, [.. ending.Select(need => need.Id)]);
    }

    private sealed record WaitingNeed(
        Guid Id, Guid MunicipalityId, NeedStatus Status, DateTimeOffset LastHeardAt, DateTimeOffset StatusSince, DateTimeOffset? ExpiresAt);
}

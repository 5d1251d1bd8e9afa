using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Calls;

/// <summary>
/// When the territory status of a hromada with living needs changes, AUC gets a task due within 48 hours. The masks need
/// nothing: they follow the status that needs-intake knows, from the same commit on.
/// </summary>
internal sealed class TerritoryWatch(NeedsIntakeDb db, TimeProvider clock)
{
    /// <summary>Compares the status after the change with the one before, and opens the task in the save of the change.</summary>
    public async Task LookAsync(
        KnownMunicipality hromada, TerritoryStatus statusBefore, TerritoryCoverage coverageBefore, CancellationToken cancellationToken)
    {
        if ((hromada.TerritoryStatus, hromada.TerritoryCoverage) == (statusBefore, coverageBefore)
            || !await db.Needs.AnyAsync(
                need => need.MunicipalityId == hromada.Id && NeedLifeCycle.Living.Contains(need.Status), cancellationToken))
            return;
        var open = await db.TerritoryTasks.SingleOrDefaultAsync(
            task => task.MunicipalityId == hromada.Id && task.DoneAt == null, cancellationToken);
        if (open is not null)
        {
            var before = open.To;
            open.ChangeTo(hromada.TerritoryStatus);
            db.Audit("territory-task.change", "municipality", $"{hromada.Id}", new { open.Id, To = before }, new { open.Id, open.To });
            return;
        }

        var task = new TerritoryTask(hromada.Id, statusBefore, hromada.TerritoryStatus, clock.GetUtcNow());
        db.Add(task);
        db.Audit("territory-task.open", "municipality", $"{hromada.Id}", before: null, new { task.Id, task.From, task.To, task.DueAt });
    }
}

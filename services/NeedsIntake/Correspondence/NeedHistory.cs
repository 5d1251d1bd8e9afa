using Kommunebro.NeedsIntake.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Correspondence;

/// <summary>The history of a need.</summary>
internal static class NeedHistory
{
    /// <summary>All that was done with the need <paramref name="id"/> and said about it, oldest first.</summary>
    public static async Task<IReadOnlyList<NeedStepTaken>> ReadAsync(NeedsIntakeDb db, Guid id, CancellationToken cancellationToken) =>
        await db.StepsTaken.AsNoTracking().Where(step => step.NeedId == id).OrderBy(step => step.Id).ToListAsync(cancellationToken);
}

using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Correspondence;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Needs as staff's pages show them: what the reader may see, with the steps that it may take.</summary>
internal sealed class NeedDetails(NeedsIntakeDb db, ReaderSteps steps, NeedVisibility visibility, Caller caller)
{
    /// <summary>The needs of which nothing is masked for the reader, still to be filtered.</summary>
    public Task<IQueryable<NeedRow>> RowsAsync(CancellationToken cancellationToken) =>
        visibility.SeenInFullAsync(NeedRow.Of(db, db.Needs.AsNoTracking()), cancellationToken);

    /// <summary>One row of a list, without history.</summary>
    public async Task<NeedDetail> OfAsync(NeedRow row, CancellationToken cancellationToken) => NeedDetailMessage.Of(
        row,
        await visibility.ShowOneAsync(row.Need, row.Hromada, cancellationToken),
        await steps.OfAsync(row.Need, row.Hromada, cancellationToken));

    /// <summary>The need <paramref name="id"/> with its history, which only staff read, and only where nothing is masked.</summary>
    /// <exception cref="Refusal">need_not_found.</exception>
    public async Task<NeedDetail> GetAsync(string id, CancellationToken cancellationToken)
    {
        var row = Guid.TryParse(id, out var needId)
            ? await NeedRow.Of(db, db.Needs.AsNoTracking().Where(need => need.Id == needId)).SingleOrDefaultAsync(cancellationToken)
            : null;
        var detail = await OfAsync(row ?? throw NeedChange.NotFound(), cancellationToken);
        if (caller.Kind == CallerKind.Staff && detail.Masked.Count == 0)
            detail.History.AddRange((await NeedHistory.ReadAsync(db, needId, cancellationToken)).Select(NeedDetailMessage.Of));
        return detail;
    }
}

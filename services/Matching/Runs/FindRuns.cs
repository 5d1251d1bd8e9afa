using System.Globalization;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>Lists the runs, the newest first.</summary>
internal static class FindRuns
{
    /// <summary>200 with a page. 400 out_of_range, invalid_cursor.</summary>
    public static async Task<Ok<Page<RunView>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext context, MatchingDb db, CancellationToken cancellationToken)
    {
        var runs = db.Runs.AsNoTracking();
        if (page.Cursor is not null)
        {
            var (at, id) = After(page.Cursor);
            runs = runs.Where(run => run.RequestedAt < at || (run.RequestedAt == at && run.Id < id));
        }

        var rows = await runs
            .OrderByDescending(run => run.RequestedAt).ThenByDescending(run => run.Id)
            .Take(page.Size() + 1)
            .Select(RunView.Columns)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(rows, page.Size(), CursorOf).WithLink(context));
    }

    private static string CursorOf(RunView run) =>
        Cursor.Encode(run.RequestedAt.ToString("O", CultureInfo.InvariantCulture), run.Id.ToString());

    private static (DateTimeOffset At, Guid Id) After(string cursor)
    {
        var values = Cursor.Decode(cursor, 2);
        return DateTimeOffset.TryParseExact(values[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && at.Offset == TimeSpan.Zero
            && Guid.TryParse(values[1], CultureInfo.InvariantCulture, out var id)
            ? (at, id)
            : throw Cursor.Invalid();
    }
}

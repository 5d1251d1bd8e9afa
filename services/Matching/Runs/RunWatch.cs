using System.Runtime.CompilerServices;
using Kommunebro.Matching.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>Follows a run. Its worker may be another replica, so the row is looked at now and then.</summary>
internal sealed class RunWatch(MatchingDb db, RunOptions options)
{
    /// <summary>The run now.</summary>
    /// <exception cref="ServiceDefaults.Refusal">404 unknown_run.</exception>
    public async Task<RunView> NowAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Runs.AsNoTracking().Where(run => run.Id == id).Select(RunView.Columns).SingleOrDefaultAsync(cancellationToken) ?? throw GetRun.Unknown();

    /// <summary><paramref name="now"/>, and then each change that is seen, until the run has ended.</summary>
    public async IAsyncEnumerable<RunView> FollowAsync(RunView now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return now;
        var last = now;
        while (!last.HasEnded)
        {
            await Task.Delay(options.PollInterval, cancellationToken);
            var seen = await NowAsync(now.Id, cancellationToken);
            if (seen.Version != last.Version)
                yield return seen;
            last = seen;
        }
    }
}

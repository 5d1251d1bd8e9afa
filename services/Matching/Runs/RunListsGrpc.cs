using Grpc.Core;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Runs;

/// <summary>Runs and what they found nobody for, as lists in gRPC.</summary>
internal sealed class RunListsGrpc(MatchingDb db, Caller caller)
{
    public async Task<V1.FindRunsReply> FindAsync(V1.FindRunsRequest request, ServerCallContext context)
    {
        var rules = new Rules();
        var page = NumberedPage.Take(rules, request.Page, request.PageSize);
        rules.Enforce();
        var rows = await db.Runs.AsNoTracking().OrderByDescending(run => run.RequestedAt).ThenByDescending(run => run.Id)
            .Skip(page.Before).Take(page.Size).Select(RunView.Columns).ToListAsync(context.CancellationToken);
        return new V1.FindRunsReply { Rows = { rows.Select(RunsGrpc.Show) }, Total = await db.Runs.CountAsync(context.CancellationToken) };
    }

    public async Task<V1.ListUnmatchedReply> ListUnmatchedAsync(V1.GetRunRequest request, ServerCallContext context)
    {
        var id = Wire.Id(request.RunId, GetRun.Unknown);
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, context.CancellationToken) ?? throw GetRun.Unknown();
        var sight = await NeedSight.LoadAsync(db, caller, context.CancellationToken);
        var plan = sight.Of(run.RequirePlan());
        var language = ReaderLanguage.Of(null, context.GetHttpContext());
        var book = await PlaceBook.LoadAsync(
            db, sight, plan.Unmatched.Select(unmatched => unmatched.Need.Hromada.Id), language, context.CancellationToken);
        // The reasons mention suppliers, too, by the names of that day.
        var teller = new Teller(plan.Names, language, sight);
        return new V1.ListUnmatchedReply
        {
            Rows =
            {
                plan.Unmatched.Select(unmatched => new V1.UnmatchedNeed
                {
                    Need = Wire.Need(book.Need(unmatched.Need)),
                    Reasons = { teller.Tell(unmatched.Reasons) },
                }),
            },
        };
    }
}

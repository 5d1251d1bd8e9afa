using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Explaining;

/// <summary>Figures and comparisons in gRPC: translate in, call, translate out. Places by their names of today.</summary>
internal sealed class ComparisonsGrpc(MatchingDb db, DiffRuns diff, GetFigures figures)
{
    public async Task<V1.Figures> FiguresAsync(V1.GetRunRequest request, ServerCallContext context) => Show(
        await figures.RunAsync(Run(request.RunId), ReaderLanguage.Of(null, context.GetHttpContext()), context.CancellationToken));

    public async Task<V1.RunDiff> DiffAsync(V1.DiffRunsRequest request, ServerCallContext context)
    {
        var language = ReaderLanguage.Of(null, context.GetHttpContext());
        var found = await diff.RunAsync(Run(request.RunId), Run(request.OtherRunId), context.CancellationToken);
        var plans = found.Diff;
        var matches = plans.OnlyInThis.Concat(plans.OnlyInOther).Concat(plans.Resized.Select(resized => resized.Match)).ToList();
        var needs = matches.Select(match => match.Need).Concat(plans.Gained).Concat(plans.Lost);
        var places = matches.Select(match => match.Supplier.Id).Concat(needs.Select(need => need.Hromada.Id));
        var book = await PlaceBook.LoadAsync(db, found.Sight, places, language, context.CancellationToken);
        return new V1.RunDiff
        {
            This = Show(ComparedRun.Of(found.This, language, found.Sight)),
            Other = Show(ComparedRun.Of(found.Other, language, found.Sight)),
            OnlyInThis = { plans.OnlyInThis.Select(match => Change(book, match.Supplier.Id, match.Need, 0, match.Quarters)) },
            OnlyInOther = { plans.OnlyInOther.Select(match => Change(book, match.Supplier.Id, match.Need, match.Quarters, 0)) },
            Resized = { plans.Resized.Select(resized => Change(book, resized.Match.Supplier.Id, resized.Match.Need, resized.Other, resized.Match.Quarters)) },
            Gained = { plans.Gained.Select(need => Wire.Need(book.Need(need))) },
            Lost = { plans.Lost.Select(need => Wire.Need(book.Need(need))) },
            Masked = found.Masked,
        };
    }

    /// <summary>A share that is different.</summary>
    public static V1.ShareChange Change(PlaceBook book, Guid supplier, StoredNeed need, int before, int after) => new()
    {
        Supplier = Wire.Party(book.Party(supplier)), Need = Wire.Need(book.Need(need)), Before = before, After = after,
    };

    private static Guid Run(string id) => Wire.Id(id, GetRun.Unknown);

    private static V1.Figures Show(FiguresView figures)
    {
        var shown = Counted(figures);
        if (figures is { PriceOfFairness: { } found, PriceOfFairnessAtMost: { } most })
            (shown.PriceOfFairness, shown.PriceOfFairnessAtMost) = (found, most);
        return shown;
    }

    private static V1.Figures Counted(FiguresView figures) => new()
    {
        Value = figures.Value,
        ByOblast = { figures.ByOblast.Select(Show) },
        ByCategory = { figures.ByCategory.Select(Show) },
        GiniPermille = figures.GiniPermille,
        TenthPercentileDays = figures.TenthPercentileDays,
        SmallSuppliers = figures.SmallSuppliers,
        SmallUsedDays = figures.SmallUsedDays,
        SmallAvailableDays = figures.SmallAvailableDays,
        BlockingPairs = figures.BlockingPairs,
        Masked = figures.Masked,
    };

    private static V1.ComparedRun Show(ComparedRun run) => new()
    {
        RunId = $"{run.RunId}",
        RequestedAt = Wire.Time(run.RequestedAt),
        InputsHash = run.InputsHash ?? "",
        PlanHash = run.Hash,
        Needs = run.Totals.Needs,
        Matched = run.Totals.Matched,
        Hromadas = run.Totals.Hromadas,
        HromadasHelped = run.Totals.HromadasHelped,
        Suppliers = run.Totals.Suppliers,
        SuppliersUsed = run.Totals.SuppliersUsed,
        PersonDays = run.Totals.PersonDays,
        Score = run.Score,
        Stages =
        {
            run.Stages.Select(stage => new V1.StageLevel
            {
                Stage = WireName.Of(stage.Stage), Level = stage.Level, Reached = stage.Reached, Bound = stage.Bound, GivenUp = stage.GivenUp,
            }),
        },
        Figures = run.Figures is { } figures ? Show(figures) : null,
    };

    private static V1.CoverageFigure Show(CoverageView group) => new()
    {
        Code = group.Code, Name = group.Name, Hromadas = group.Hromadas, Coverable = group.Coverable, Covered = group.Covered,
    };
}

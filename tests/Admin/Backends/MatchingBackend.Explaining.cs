using Grpc.Core;
using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <content>What is asked about a run.</content>
public sealed partial class MatchingBackend
{
    public override Task<Figures> GetFigures(GetRunRequest request, ServerCallContext context) => Tell(
        request, context, request.RunId == Samples.RepairId ? MatchingSamples.FiguresOfRepair : MatchingSamples.Figures);

    public override Task<RunDiff> DiffRuns(DiffRunsRequest request, ServerCallContext context) => Tell(request, context, new RunDiff
    {
        This = MatchingSamples.Compared(request.RunId, 2),
        Other = MatchingSamples.Compared(request.OtherRunId, 1),
        OnlyInThis = { new ShareChange { Supplier = Samples.Supplier, Need = Samples.Summary, After = 4 } },
        Resized = { new ShareChange { Supplier = Samples.Supplier, Need = Samples.Summary, Before = 2, After = 4 } },
        Gained = { Samples.Summary },
        Masked = 3,
    });

    public override Task<WhyNotReply> WhyNot(WhyNotRequest request, ServerCallContext context) => Tell(request, context, new WhyNotReply
    {
        Supplier = Samples.Supplier, Need = Samples.Summary, Kind = "obstacle", Obstacle = "capacity", Score = 640, Value = 12_800, InputsChanged = true,
        Reasons = { "Drammen has 3 person-days left and would need 23 person-days; the rest goes to 2 needs." },
    });
}

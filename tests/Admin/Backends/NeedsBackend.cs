using Grpc.Core;
using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Needs-intake's face, with a need to verify and one that is masked.</summary>
public sealed partial class NeedsBackend(Heard heard) : Needs.NeedsBase
{
    public override Task<FindNeedsReply> FindNeeds(FindNeedsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.Query == "nothing"
            ? new FindNeedsReply()
            : new FindNeedsReply { Rows = { Samples.Need, Samples.Restricted }, Total = 2 });
    }

    public override Task<NeedDetail> GetNeed(GetNeedRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.NeedId switch
        {
            Samples.NeedId => Samples.Need,
            Samples.RestrictedNeedId => Samples.Restricted,
            _ => throw Refusals.NotFound("need_not_found"),
        });
    }

    public override Task<NeedCounts> CountNeeds(CountNeedsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new NeedCounts
        {
            Counts =
            {
                new CountedNeeds { Status = "submitted", AreaCode = "WAT", Urgency = 3, Category = "outside_war_zone", RegionCode = "05", Needs = 9 },
                new CountedNeeds { Status = "verified", AreaCode = "SCH", Urgency = 4, Category = "war_zone", RegionCode = "63", Needs = 14 },
            },
        });
    }

    public override Task<NeedDetail> VerifyNeed(VerifyNeedRequest request, ServerCallContext context) => StepAsync(request, request.Version, context);

    public override Task<NeedDetail> ReturnNeed(ReturnNeedRequest request, ServerCallContext context) => StepAsync(request, request.Version, context);

    public override Task<NeedDetail> RejectNeed(RejectNeedRequest request, ServerCallContext context) => StepAsync(request, request.Version, context);

    public override Task<NeedDetail> TakeStep(TakeStepRequest request, ServerCallContext context) => StepAsync(request, request.Version, context);

    public override Task<CallList> GetCallList(GetCallListRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new CallList
        {
            Towns =
            {
                new TownToCall
                {
                    HromadaCode = Samples.HromadaCode, HromadaNames = Samples.Need.HromadaNames, DueAt = "2026-11-25T08:00:00Z",
                    LastCallAt = "2026-11-24T08:00:00Z", LastOutcome = "not_reached",
                    Reasons =
                    {
                        new CallReason
                        {
                            Code = "silence", DueAt = "2026-11-25T08:00:00Z", NeedIds = { Samples.NeedId },
                            Text = new Text { Nb = "Taushet", Uk = "Громада мовчить", En = "The hromada has said nothing for 90 days." },
                        },
                    },
                },
            },
        });
    }

    public override Task<RecordCallReply> RecordCall(RecordCallRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new RecordCallReply { NeedsHeardOf = 1 });
    }

    private Task<NeedDetail> StepAsync(object request, long version, ServerCallContext context)
    {
        heard.Note(request, context);
        return version == Samples.Need.Version ? Task.FromResult(Samples.Need) : throw Refusals.VersionMismatch();
    }
}

using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Calls;
using Kommunebro.NeedsIntake.Correspondence;
using Kommunebro.NeedsIntake.Safety;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using CallListMessage = Kommunebro.Contracts.Needs.V1.CallList;
using CallReasonMessage = Kommunebro.Contracts.Needs.V1.CallReason;
using TownToCallMessage = Kommunebro.Contracts.Needs.V1.TownToCall;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>gRPC: the steps on a need's way, and AUC's call list.</summary>
internal sealed partial class NeedsGrpc
{
    /// <summary>AUC takes a step. need_not_found; version_mismatch; illegal_step and what the step itself refuses; fields.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<NeedDetail> TakeStep(TakeStepRequest request, ServerCallContext context)
    {
        await TakeAsync(request, context.CancellationToken);
        return await details.GetAsync(request.NeedId, context.CancellationToken);
    }

    /// <summary>Whom AUC should call.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<CallListMessage> GetCallList(GetCallListRequest request, ServerCallContext context) =>
        new() { Towns = { (await Calls.CallList.ReadAsync(db, clock.GetUtcNow(), context.CancellationToken)).Select(ToMessage) } };

    /// <summary>AUC notes a call. municipality_not_found; version_mismatch; fields.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<RecordCallReply> RecordCall(RecordCallRequest request, ServerCallContext context)
    {
        var recorded = await Calls.RecordCall.RunAsync(
            request.HromadaCode, new CallRequest(Given(request.Outcome), Given(request.Text)), db, caller, clock, context.CancellationToken);
        return new RecordCallReply { NeedsHeardOf = recorded.NeedsHeardOf, TasksDone = recorded.TasksDone };
    }

    private Task<NeedView> TakeAsync(TakeStepRequest request, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var step = rules.RequiredChoice<NeedStep>(Given(request.Step), "step");
        rules.Enforce();
        var (id, words) = (IdOf(request.NeedId), new StepWords(Given(request.Text)));
        return step switch
        {
            NeedStep.Review => ReviewNeed.RunAsync(id, words, Seen, changes, caller, cancellationToken),
            NeedStep.Answer => AnswerQuestion.RunAsync(id, words, Seen, changes, cancellationToken),
            NeedStep.Reply => ReplyToHromada.RunAsync(id, words, Seen, changes, cancellationToken),
            NeedStep.Confirm => ConfirmNeed.RunAsync(id, words, Seen, changes, cancellationToken),
            NeedStep.Expire => ExpireNeed.RunAsync(id, words, Seen, changes, cancellationToken),
            NeedStep.Suspend => SuspendNeed.RunAsync(id, words, Seen, changes, cancellationToken),
            NeedStep.Resume => ResumeNeed.RunAsync(id, words, Seen, changes, cancellationToken),
            NeedStep.Close => CloseNeed.RunAsync(id, words, Seen, changes, cancellationToken),
            NeedStep.Reopen => ReopenNeed.RunAsync(id, words, Seen, changes, cancellationToken),
            NeedStep.Pause => PauseDeadlines.RunAsync(
                id, new PauseRequest(Given(request.Reason), Given(request.Until), words.Text), Seen, changes, clock, cancellationToken),
            NeedStep.MarkDuplicate => MarkDuplicate.RunAsync(
                id, new DuplicateRequest(Given(request.Of), words.Text), Seen, db, changes, cancellationToken),
            NeedStep.DecideTexts => DecideTexts.RunAsync(
                id, new TextDecisionRequest(Given(request.Decision), Given(request.ExemptionGround), words.Text), Seen, changes, cancellationToken),
            _ => throw new Refusal(RefusalKind.Invalid, "unknown_value", "This step has a call of its own.", "step"),
        };

        void Seen(long current) => IfMatch.Require(request.Version, current);
    }

    private static TownToCallMessage ToMessage(Calls.TownToCall town) => new()
    {
        HromadaCode = town.Municipality,
        HromadaNames = NeedDetailMessage.ToText(town.MunicipalityNames),
        DueAt = NeedDetailMessage.Moment(town.DueAt),
        LastCallAt = NeedDetailMessage.Moment(town.LastCallAt),
        LastOutcome = NeedDetailMessage.Name(town.LastOutcome),
        Reasons =
        {
            town.Reasons.Select(reason => new CallReasonMessage
            {
                Code = reason.Code,
                Text = NeedDetailMessage.ToText(reason.Text),
                DueAt = NeedDetailMessage.Moment(reason.DueAt),
                NeedIds = { reason.NeedIds.Select(id => $"{id}") },
            }),
        },
    };
}

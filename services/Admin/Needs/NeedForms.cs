using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Admin.Needs;

/// <summary>The steps that a person can take with a need, each a form that needs-intake judges.</summary>
public sealed class NeedForms(NeedsClient needs, Submission submission, Words words)
{
    private NeedDetail _need = null!;

    public FormState Verify { get; private set; } = null!;

    public FormState Return { get; private set; } = null!;

    public FormState Reject { get; private set; } = null!;

    public FormState Texts { get; private set; } = null!;

    public FormState Duplicate { get; private set; } = null!;

    public FormState Pause { get; private set; } = null!;

    public FormState Step { get; private set; } = null!;

    public bool HaveErrors => new[] { Verify, Return, Reject, Texts, Duplicate, Pause, Step }.Any(form => form?.Errors.Count > 0);

    /// <summary>Lays the forms out for <paramref name="need"/> as it stands.</summary>
    public void Show(NeedDetail need)
    {
        _need = need;
        var version = ("version", need.Version.ToString(CultureInfo.InvariantCulture));
        var days = ("personDays", need.HasPersonDays ? need.PersonDays.ToString(CultureInfo.InvariantCulture) : "");
        Verify = submission.Form("verify", version, days, ("method", ""), ("evidence", ""), ("note", ""), ("onOccupiedTerritory", ""));
        Return = submission.Form("return", version, ("question", ""));
        Reject = submission.Form("reject", version, ("reasonCode", ""), ("text", ""));
        Texts = submission.Form("texts", version, ("decision", ""), ("exemptionGround", ""));
        Duplicate = submission.Form("duplicate", version, ("of", ""), ("text", ""));
        Pause = submission.Form("pause", version, ("reason", ""), ("until", ""), ("text", ""));
        Step = submission.Form("step", version, ("step", ""), ("text", ""));
    }

    /// <summary>A step that became impossible meanwhile keeps its form while it holds what somebody wrote.</summary>
    public bool Offers(string step, FormState form) => _need.Steps.Contains(step) || form.HoldsWords;

    public Task<bool> VerifyAsync()
    {
        var request = new VerifyNeedRequest
        {
            NeedId = _need.NeedId, Version = Verify.Version, Note = Verify["note"], OnOccupiedTerritory = Verify["onOccupiedTerritory"],
            Method = Verify["method"],
            Evidence = { Verify["evidence"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
        };
        Verify.Require("method", words);
        if (Verify.Number("personDays", words) is { } days)
            request.PersonDays = days;
        return FinishAsync(Verify, () => needs.VerifyNeedAsync(request).ReplyAsync());
    }

    public Task<bool> ReturnAsync()
    {
        Return.Require("question", words);
        return FinishAsync(Return, () => needs.ReturnNeedAsync(
            new ReturnNeedRequest { NeedId = _need.NeedId, Version = Return.Version, Question = Return["question"] }).ReplyAsync());
    }

    public Task<bool> RejectAsync()
    {
        Reject.Require("reasonCode", words);
        return FinishAsync(Reject, () => needs.RejectNeedAsync(new RejectNeedRequest
        {
            NeedId = _need.NeedId, Version = Reject.Version, Reason = Reject["reasonCode"], Text = Reject["text"],
        }).ReplyAsync());
    }

    public Task<bool> DecideTextsAsync()
    {
        Texts.Require("decision", words);
        return TakeAsync(Texts, new TakeStepRequest { Step = "decide_texts", Decision = Texts["decision"], ExemptionGround = Texts["exemptionGround"] });
    }

    public Task<bool> MarkDuplicateAsync()
    {
        Duplicate.Require("of", words);
        return TakeAsync(Duplicate, new TakeStepRequest { Step = "mark_duplicate", Of = Duplicate["of"], Text = Duplicate["text"] });
    }

    public Task<bool> PauseAsync()
    {
        Pause.Require("reason", words);
        Pause.Require("until", words);
        return TakeAsync(Pause, new TakeStepRequest { Step = "pause", Reason = Pause["reason"], Until = Pause["until"], Text = Pause["text"] });
    }

    /// <summary>A step that needs no more than words.</summary>
    public Task<bool> TakeStepAsync()
    {
        Step.Require("step", words);
        return TakeAsync(Step, new TakeStepRequest { Step = Step["step"], Text = Step["text"] });
    }

    private Task<bool> TakeAsync(FormState form, TakeStepRequest request)
    {
        (request.NeedId, request.Version) = (_need.NeedId, form.Version);
        return FinishAsync(form, () => needs.TakeStepAsync(request).ReplyAsync());
    }

    private async Task<bool> FinishAsync(FormState form, Func<Task<Reply<NeedDetail>>> step)
    {
        if (form.Errors.Count > 0)
            return false;
        if ((await step()).Refused is not { } refused)
            return true;
        form.Refuse(refused, words, _need.Version);
        return false;
    }
}

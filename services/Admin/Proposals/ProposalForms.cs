using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Admin.Proposals;

/// <summary>The steps that a person can take with a proposal, each a form that matching judges.</summary>
public sealed class ProposalForms(MatchingClient matching, Submission submission, Words words)
{
    private Proposal _proposal = null!;

    public FormState ApproveKs { get; private set; } = null!;

    public FormState ApproveAuc { get; private set; } = null!;

    public FormState Withdraw { get; private set; } = null!;

    public FormState SupplierAnswer { get; private set; } = null!;

    public FormState HromadaAnswer { get; private set; } = null!;

    public bool HaveErrors => new[] { ApproveKs, ApproveAuc, Withdraw, SupplierAnswer, HromadaAnswer }.Any(form => form?.Errors.Count > 0);

    /// <summary>Lays the forms out for <paramref name="proposal"/> as it stands.</summary>
    public void Show(Proposal proposal)
    {
        _proposal = proposal;
        var version = ("version", proposal.Version.ToString(CultureInfo.InvariantCulture));
        var days = ("personDays", proposal.PersonDays.ToString(CultureInfo.InvariantCulture));
        ApproveKs = submission.Form("approve_ks", version, days);
        ApproveAuc = submission.Form("approve_auc", version, days);
        Withdraw = submission.Form("withdraw", version, ("reason", ""));
        (string, string)[] answer = [version, ("accepted", ""), ("reason", ""), ("note", ""), ("channel", ""), ("answeredOn", "")];
        SupplierAnswer = submission.Form("record_supplier_answer", answer);
        HromadaAnswer = submission.Form("record_hromada_answer", answer);
    }

    /// <summary>A step that became impossible keeps its form while it holds what somebody wrote.</summary>
    public bool Offers(FormState form) => _proposal.Steps.Contains(form.Name) || form.HoldsWords;

    /// <summary>Turns a key. While the person-days are assumed, a person confirms or corrects them with it.</summary>
    public Task<bool> ApproveAsync(string key)
    {
        var form = key == "ks" ? ApproveKs : ApproveAuc;
        var request = new ApproveProposalRequest { ProposalId = _proposal.ProposalId, Version = form.Version, Key = key };
        if (_proposal.PersonDaysAssumed)
        {
            form.Require("personDays", words);
            if (form.Number("personDays", words) is { } days)
                request.PersonDays = days;
        }

        return FinishAsync(form, () => matching.ApproveProposalAsync(request).ReplyAsync());
    }

    public Task<bool> WithdrawAsync()
    {
        Withdraw.Require("reason", words);
        return FinishAsync(Withdraw, () => matching.WithdrawProposalAsync(new WithdrawProposalRequest
        {
            ProposalId = _proposal.ProposalId, Version = Withdraw.Version, Reason = Withdraw["reason"],
        }).ReplyAsync());
    }

    /// <summary>Notes what a party said, who, when and how.</summary>
    public Task<bool> RecordAsync(string side)
    {
        var form = side == "supplier" ? SupplierAnswer : HromadaAnswer;
        foreach (var field in (string[])["accepted", "channel", "answeredOn"])
            form.Require(field, words);
        if (form["accepted"] == "no")
            form.Require("reason", words);
        return FinishAsync(form, () => matching.RecordAnswerAsync(new RecordAnswerRequest
        {
            ProposalId = _proposal.ProposalId,
            Version = form.Version,
            Side = side,
            Accepted = form["accepted"] == "yes",
            Reason = form["accepted"] == "no" ? form["reason"] : "",
            Note = form["note"],
            Channel = form["channel"],
            AnsweredOn = form["answeredOn"],
        }).ReplyAsync());
    }

    private async Task<bool> FinishAsync(FormState form, Func<Task<Reply<Proposal>>> step)
    {
        if (form.Errors.Count > 0)
            return false;
        var reply = await step();
        if (reply.Refused is not null)
            form.Refuse(reply.Refused, words, _proposal.Version);
        return reply.Refused is null;
    }
}

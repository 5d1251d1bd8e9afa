using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Admin.Partnerships;

/// <summary>What a coordinator writes down about a partnership, each a form that matching judges.</summary>
public sealed class PartnershipForms(MatchingClient matching, Submission submission, Words words)
{
    private Partnership _partnership = null!;

    public FormState Note { get; private set; } = null!;

    public FormState FollowUp { get; private set; } = null!;

    public FormState Stage { get; private set; } = null!;

    public bool HaveErrors => new[] { Note, FollowUp, Stage }.Any(form => form?.Errors.Count > 0);

    /// <summary>Lays the forms out for <paramref name="partnership"/> as it stands.</summary>
    public void Show(Partnership partnership)
    {
        _partnership = partnership;
        var version = ("version", partnership.Version.ToString(CultureInfo.InvariantCulture));
        Note = submission.Form("note", version, ("text", ""), ("followUpOn", ""));
        FollowUp = submission.Form("follow_up", version, ("text", ""), ("nextFollowUpOn", ""));
        Stage = submission.Form("stage", version, ("stage", ""), ("on", ""), ("text", ""));
    }

    public Task<bool> AddNoteAsync()
    {
        Note.Require("text", words);
        return FinishAsync(Note, () => matching.AddNoteAsync(new AddNoteRequest
        {
            PartnershipId = _partnership.PartnershipId, Version = Note.Version, Text = Note["text"], FollowUpOn = Note["followUpOn"],
        }).ReplyAsync());
    }

    public Task<bool> CompleteFollowUpAsync()
    {
        FollowUp.Require("text", words);
        return FinishAsync(FollowUp, () => matching.CompleteFollowUpAsync(new CompleteFollowUpRequest
        {
            PartnershipId = _partnership.PartnershipId,
            Version = FollowUp.Version,
            Text = FollowUp["text"],
            NextFollowUpOn = FollowUp["nextFollowUpOn"],
        }).ReplyAsync());
    }

    public Task<bool> ReachStageAsync()
    {
        Stage.Require("stage", words);
        Stage.Require("on", words);
        return FinishAsync(Stage, () => matching.ReachStageAsync(new ReachStageRequest
        {
            PartnershipId = _partnership.PartnershipId, Version = Stage.Version, Stage = Stage["stage"], On = Stage["on"], Text = Stage["text"],
        }).ReplyAsync());
    }

    private async Task<bool> FinishAsync(FormState form, Func<Task<Reply<Partnership>>> step)
    {
        if (form.Errors.Count > 0)
            return false;
        var reply = await step();
        if (reply.Refused is not null)
            form.Refuse(reply.Refused, words, _partnership.Version);
        return reply.Refused is null;
    }
}

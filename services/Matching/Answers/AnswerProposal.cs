using Kommunebro.Matching.Data;
using Kommunebro.Matching.Proposals;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Answers;

/// <summary>A partner's own system answers, for the side that it acts for.</summary>
internal sealed class AnswerProposal(ProposalChange changes, VisibleProposals visible, TakeAnswer answers, Caller caller)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">
    /// 400 with everything that is wrong; 404 unknown_proposal, also while the caller's side has not been asked; 409 proposal_withdrawn,
    /// already_answered, proposal_declined; 412 and 428 by version.
    /// </exception>
    public async Task<Proposal> RunAsync(Guid id, AnswerRequest request, Seen seen, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var (accepted, reason, note) = rules.Answer(request);
        rules.Enforce();
        var side = await visible.SideAsync(await visible.FindAsync(id, cancellationToken), cancellationToken)
            ?? throw ProposalChange.Unknown();
        return await changes.RunAsync(
            id,
            seen,
            proposal => answers.RunAsync(
                proposal, side, new PartyAnswer(accepted, reason, note, AnswerWay.Api, null, caller.Actor, changes.Now, null), cancellationToken),
            new ProposalNote("proposal.answer", AnswerNotes.Text(side, accepted, reason)),
            cancellationToken);
    }
}

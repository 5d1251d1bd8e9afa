using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Proposals;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Answers;

/// <summary>A party answers by its link, which is used up.</summary>
internal sealed class AnswerByLink(MatchingDb db, ProposalChange changes, TakeAnswer answers, OpenAnswerLink open)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">400 with everything that is wrong; 404 unknown_link; 409 link_used, link_expired, proposal_withdrawn, already_answered.</exception>
    public async Task<AskedView> RunAsync(string token, AnswerRequest request, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var (accepted, reason, note) = rules.Answer(request);
        rules.Enforce();
        var known = await OpenAnswerLink.FindAsync(db.Links.AsNoTracking(), token, cancellationToken);
        AnswerLink? link = null;
        var proposal = await changes.RunAsync(
            known.ProposalId,
            Seen.Nothing,
            async asked =>
            {
                // Read behind the gate: of two clicks at once the second finds it used.
                link = await db.Links.SingleAsync(behind => behind.Id == known.Id, cancellationToken);
                link.Use(changes.Now);
                await answers.RunAsync(
                    asked, link.Side, new PartyAnswer(accepted, reason, note, AnswerWay.Link, null, "", changes.Now, null), cancellationToken);
            },
            new ProposalNote("proposal.answer_by_link", AnswerNotes.Text(known.Side, accepted, reason)),
            cancellationToken);
        return await open.TellAsync(link!, proposal, language, cancellationToken);
    }
}

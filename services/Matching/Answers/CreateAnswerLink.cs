using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Proposals;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Answers;

/// <summary>Makes a single-use link for the party whose turn it is. Several may live side by side; the first answer counts.</summary>
internal sealed class CreateAnswerLink(MatchingDb db, TimeProvider clock, DeadlineOptions deadlines)
{
    /// <summary>The link and its token.</summary>
    /// <exception cref="Refusal">400 missing_field, unknown_value; 404 unknown_proposal; 409 as for an answer out of turn.</exception>
    public async Task<(AnswerLink Link, string Token)> RunAsync(Guid proposalId, string? sideName, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var side = rules.RequiredChoice<Side>(sideName, "side");
        rules.Enforce();
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(known => known.Id == proposalId, cancellationToken)
            ?? throw ProposalChange.Unknown();
        ProposalTurn.Require(proposal, side);
        var (link, token) = AnswerLink.Create(proposalId, side, clock.Now(), TimeSpan.FromDays(deadlines.LinkDays));
        db.Add(link);
        db.Audit("answer-link.create", "proposal", $"{proposalId}", null, new { Link = link.Id, link.Side, link.ExpiresAt });
        await db.SaveChangesAsync(cancellationToken);
        return (link, token);
    }
}

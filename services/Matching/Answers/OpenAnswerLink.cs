using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Answers;

/// <summary>Shows what a link asks. It changes nothing, so that a mail scanner that opens it answers nothing.</summary>
internal sealed class OpenAnswerLink(MatchingDb db, TimeProvider clock, Caller caller)
{
    /// <summary>What the person may see.</summary>
    /// <exception cref="Refusal">404 unknown_link.</exception>
    public async Task<AskedView> RunAsync(string token, string language, CancellationToken cancellationToken)
    {
        var link = await FindAsync(db.Links.AsNoTracking(), token, cancellationToken);
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(known => known.Id == link.ProposalId, cancellationToken);
        return await TellAsync(link, proposal, language, cancellationToken);
    }

    /// <summary>The link and its proposal in words.</summary>
    public async Task<AskedView> TellAsync(AnswerLink link, Proposal proposal, string language, CancellationToken cancellationToken)
    {
        var answer = link.Side == Side.Supplier ? proposal.SupplierAnswer : proposal.HromadaAnswer;
        var end = EndOf(link, proposal, answer is not null);
        if (link.HasExpired(clock.GetUtcNow()) || end == LinkEnd.Withdrawn)
            return new AskedView(link.Side, end, null, null, null);
        var sight = await NeedSight.LoadAsync(db, caller, cancellationToken);
        var book = await PlaceBook.LoadAsync(db, sight, [proposal.SupplierId, proposal.HromadaId], language, cancellationToken);
        return new AskedView(link.Side, end, Briefing.Of(proposal, link.Side, book), proposal.AnswerBy, AnswerView.Of(answer));
    }

    /// <summary>The link with <paramref name="token"/>.</summary>
    /// <exception cref="Refusal">404 unknown_link.</exception>
    public static async Task<AnswerLink> FindAsync(IQueryable<AnswerLink> links, string token, CancellationToken cancellationToken)
    {
        var hash = AnswerLink.Hash(token);
        return await links.SingleOrDefaultAsync(link => link.TokenHash == hash, cancellationToken)
            ?? throw Refusal.NotFound("unknown_link", "There is no such link. Copy the whole address from the letter.");
    }

    private LinkEnd? EndOf(AnswerLink link, Proposal proposal, bool isAnswered) => link switch
    {
        { UsedAt: not null } => LinkEnd.Used,
        _ when proposal.Status == ProposalStatus.Withdrawn => LinkEnd.Withdrawn,
        _ when isAnswered => LinkEnd.Answered,
        _ when link.HasExpired(clock.GetUtcNow()) => LinkEnd.Expired,
        _ => null,
    };
}

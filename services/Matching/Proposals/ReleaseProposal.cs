using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>What follows from the second key: the supplier is asked, and what it would give is held for it.</summary>
internal sealed class ReleaseProposal(ReleaseCheck check, SupplierLedger ledger, DeadlineOptions deadlines)
{
    /// <summary>Does it inside the gate; the caller saves.</summary>
    /// <exception cref="Refusal">What <see cref="ReleaseCheck.RequireAsync"/> refuses.</exception>
    public async Task RunAsync(Proposal proposal, DateTimeOffset now, string language, CancellationToken cancellationToken)
    {
        await check.RequireAsync(proposal, language, cancellationToken);
        proposal.Release(now, AnswerDeadline.From(OsloDay.Of(now), deadlines.AnswerWeeks));
        ledger.Ask(Hold.Ask(
            proposal.Id, proposal.SupplierId, proposal.HromadaId, proposal.NeedId, proposal.Quarters, proposal.AreaCode, proposal.PersonDays));
    }
}

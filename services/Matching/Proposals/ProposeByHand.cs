using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Kommunebro.Contracts.Matching;

namespace Kommunebro.Matching.Proposals;

/// <summary>A person's own proposal.</summary>
/// <param name="NeedId">The verified need.</param>
/// <param name="Supplier">Official code of who would help.</param>
/// <param name="Reason">Why these two, 3 to 2000 characters.</param>
public sealed record ProposeRequest(Guid? NeedId = null, string? Supplier = null, string? Reason = null);

/// <summary>Proposes by hand; the same hard rules as in a run.</summary>
internal sealed class ProposeByHand(MatchingDb db, CommitmentGate gate, ProblemLoader problems, ProposalChange changes)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">
    /// 400 with everything that is wrong, unknown_need, unknown_municipality; 409 need_taken, offer_not_available, already_proposed or the
    /// code of the hard rule that fails; 503 read_model_not_ready.
    /// </exception>
    public Task<Proposal> RunAsync(ProposeRequest request, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Required(request.NeedId is not null, "needId");
        rules.Required(request.Supplier is { Length: > 0 }, "supplier", "Give the supplier's official code.");
        rules.Required(!string.IsNullOrWhiteSpace(request.Reason), "reason", "Say why these two.");
        var reason = rules.Block(request.Reason, "reason", longest: 2000, shortest: 3);
        rules.Enforce();
        return gate.RunAsync(
            async () =>
            {
                var loaded = await problems.LoadAsync(cancellationToken);
                var need = await NeedOfAsync(loaded, request.NeedId!.Value, cancellationToken);
                var supplier = SupplierOf(loaded, request.Supplier!);
                await RequireNotOpenAsync(supplier.Id, need.Id, cancellationToken);
                var pair = PairOf(loaded, supplier, need, language);
                var proposal = Proposal.ByHand(StoredMatch.Of(pair, loaded), reason!, changes.Now);
                db.Add(proposal);
                changes.Tell(proposal, null, new ProposalNote("proposal.propose", reason));
                await db.SaveChangesAsync(cancellationToken);
                return proposal;
            },
            cancellationToken);
    }

    private async Task<Need> NeedOfAsync(LoadedProblem loaded, Guid id, CancellationToken cancellationToken) =>
        loaded.Problem.NeedById.GetValueOrDefault(id)
        ?? throw (await db.Holds.AnyAsync(hold => hold.NeedId == id, cancellationToken)
            ? new Refusal(RefusalKind.Conflict, "need_taken", "Somebody is asked to meet this need, or meets it.")
            : new Refusal(RefusalKind.Invalid, "unknown_need", "There is no such verified need.", "needId"));

    private static Supplier SupplierOf(LoadedProblem loaded, string code)
    {
        var known = loaded.Municipalities.Values.FirstOrDefault(known => known.Code == code && known.Kind != Contracts.MunicipalityKind.Hromada)
            ?? throw new Refusal(RefusalKind.Invalid, "unknown_municipality", $"There is no supplier with the code {code}.", "supplier");
        return loaded.Problem.SupplierById.GetValueOrDefault(known.MunicipalityId)
            ?? throw new Refusal(RefusalKind.Conflict, "offer_not_available", "The supplier has no available offer.", "supplier");
    }

    private async Task RequireNotOpenAsync(Guid supplier, Guid need, CancellationToken cancellationToken)
    {
        if (await db.Proposals.AnyAsync(
            open => open.SupplierId == supplier && open.NeedId == need && open.Status == ProposalStatus.Proposed, cancellationToken))
            throw new Refusal(RefusalKind.Conflict, "already_proposed", "These two are proposed already; the proposal waits for its keys.");
    }

    private static Pair PairOf(LoadedProblem loaded, Supplier supplier, Need need, string language)
    {
        if (Eligibility.WhyNot(loaded.Problem, supplier.Id, need.Id) is { } failure)
            throw ReleaseCheck.Refused(failure, loaded.Problem, language);
        // With all its rivals, since levelling looks at them.
        return CandidateSet.OfHromada(loaded.Problem, need.HromadaId).OfNeed(need.Id).Single(pair => pair.Supplier.Id == supplier.Id);
    }
}

using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>The hard rules, asked again by what is known now: between an idea and its release offers, needs and the front line move.</summary>
internal sealed class ReleaseCheck(MatchingDb db, ProblemLoader problems)
{
    /// <summary>Passes when the pair may still be.</summary>
    /// <exception cref="Refusal">Conflict need_not_available, offer_not_available, need_taken, or the code of the hard rule that fails; 503 read_model_not_ready.</exception>
    public async Task RequireAsync(Proposal proposal, string language, CancellationToken cancellationToken)
    {
        var known = (await problems.LoadAsync(cancellationToken)).Problem;
        if (!known.NeedById.TryGetValue(proposal.NeedId, out var need) || known.Decisions.QuartersLeft(need.Id) < proposal.Quarters)
            throw new Refusal(
                RefusalKind.Conflict, "need_not_available", "The need was withdrawn, or somebody else is asked to meet it or meets it.");
        if (!known.SupplierById.TryGetValue(proposal.SupplierId, out var supplier))
            throw new Refusal(RefusalKind.Conflict, "offer_not_available", "The supplier has no offer that may be drawn on today: it was taken back, rests, or its days are over or not begun.");
        NeedRoom.Require(known, supplier.Id, need.Id);
        // A run may give a supplier two needs of one hromada: the first that goes out counts as their partnership, the second joins it.
        var isSecond = await db.Holds.AnyAsync(
            hold => hold.SupplierId == supplier.Id && hold.HromadaId == need.HromadaId && hold.Kind != HoldKind.Met, cancellationToken);
        var pair = known.OfPair(
            isSecond ? Joining(supplier, known.Scenario.OverheadDays) : supplier,
            // By the person-days that a person confirmed.
            need with { Effort = PersonDays.Stated(proposal.PersonDays) },
            known.Exclusions.Values.Where(exclusion => exclusion.Reason != ExclusionReason.Partners));
        var open = proposal.Opening?.Open(pair, need.HromadaId) ?? pair;
        if (Eligibility.WhyNot(open, supplier.Id, need.Id) is { } failure)
            throw Refused(failure, open, language);
    }

    /// <summary>The supplier before the partnership that it joins took a place and days of it: the rules take them once more.</summary>
    private static Supplier Joining(Supplier supplier, int overheadDays) => supplier with
    {
        MaxPartnerships = supplier.MaxPartnerships + 1,
        Capacity = supplier.Capacity with { Days = supplier.Capacity.Days + overheadDays },
    };

    /// <summary>The refusal of a pair that fails a hard rule, in the reader's language.</summary>
    public static Refusal Refused(RuleFailure failure, Problem problem, string language) =>
        new(RefusalKind.Conflict, failure.RuleCode, new Narrator(NameBook.Of(problem), language).Tell(failure.Reason));
}

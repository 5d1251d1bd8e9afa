using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Timeline;
using Kommunebro.Messaging.Outbox;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>What a step leaves in the timeline.</summary>
/// <param name="Action">Its name in audit and timeline.</param>
/// <param name="Text">What a person wrote, or the code of a reason.</param>
/// <param name="On">The day that it speaks of.</param>
internal sealed record ProposalNote(string Action, string? Text = null, DateOnly? On = null);

/// <summary>What all steps on a proposal have in common: one at a time, find it, compare versions, do it, tell, audit, save.</summary>
internal sealed class ProposalChange(MatchingDb db, CommitmentGate gate)
{
    /// <summary>The time that a step happens at.</summary>
    public DateTimeOffset Now => gate.Now;

    /// <summary>Does <paramref name="step"/> and stores all of it together.</summary>
    /// <exception cref="Refusal">Not found unknown_proposal; version required or mismatch; what the step refuses.</exception>
    public Task<Proposal> RunAsync(
        Guid id, Seen seen, Func<Proposal, Task> step, ProposalNote note, CancellationToken cancellationToken) => gate.RunAsync(
        async () =>
        {
            var proposal = await db.Proposals.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) ?? throw Unknown();
            seen.Require(proposal.Version);
            var before = StateOf(proposal);
            await step(proposal);
            Tell(proposal, before, note);
            await db.SaveChangesAsync(cancellationToken);
            return proposal;
        },
        cancellationToken);

    /// <summary>Adds the proposal that <paramref name="make"/> makes, and stores all of it together.</summary>
    public Task<Proposal> AddAsync(Func<Task<Proposal>> make, ProposalNote note, CancellationToken cancellationToken) => gate.RunAsync(
        async () =>
        {
            var proposal = await make();
            db.Add(proposal);
            Tell(proposal, null, note);
            await db.SaveChangesAsync(cancellationToken);
            return proposal;
        },
        cancellationToken);

    /// <summary>Tells others, the audit and the timeline what happened to <paramref name="proposal"/>; the caller saves.</summary>
    public void Tell(Proposal proposal, object? before, ProposalNote note)
    {
        foreach (var happening in proposal.TakeHappened())
            db.Enqueue(MessageOf(proposal, happening));
        db.Audit(note.Action, "proposal", $"{proposal.Id}", before, StateOf(proposal));
        db.Note(proposal.Id, note.Action, note.Text, on: note.On);
    }

    /// <summary>The proposal as it stands in the audit: without what people wrote.</summary>
    public static object StateOf(Proposal proposal) => new
    {
        proposal.Version,
        proposal.Status,
        proposal.SupplierId,
        proposal.NeedId,
        proposal.PersonDays,
        proposal.PersonDaysAssumed,
        proposal.Opening,
        proposal.KsBy,
        proposal.AucBy,
        SupplierAnswer = AnswerOf(proposal.SupplierAnswer),
        HromadaAnswer = AnswerOf(proposal.HromadaAnswer),
        proposal.PartnershipId,
    };

    /// <summary>The refusal of an id that no proposal has, or none that the caller may see.</summary>
    public static Refusal Unknown() => Refusal.NotFound("unknown_proposal", "There is no such proposal.");

    private static object? AnswerOf(PartyAnswer? answer) =>
        answer is null ? null : new { answer.Accepted, answer.Reason, answer.How, answer.Channel, answer.On };

    private static ProposalChanged MessageOf(Proposal proposal, ProposalHappening happening) => new(
        proposal.Id,
        happening.Version,
        happening.What,
        proposal.Status,
        proposal.NeedId,
        proposal.HromadaId,
        proposal.SupplierId,
        happening.What switch
        {
            ProposalEvent.DeclinedBySupplier => proposal.SupplierAnswer?.Reason,
            ProposalEvent.DeclinedByHromada => proposal.HromadaAnswer?.Reason,
            _ => null,
        },
        proposal.AnswerBy,
        proposal.PartnershipId,
        happening.Key);
}

using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Timeline;
using Kommunebro.Messaging.Outbox;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Partnerships;

/// <summary>What a step leaves in the timeline, and what others hear of it.</summary>
/// <param name="Action">Its name in audit and timeline.</param>
/// <param name="Text">What a person wrote.</param>
/// <param name="Stage">The stage that was reached.</param>
/// <param name="On">The day that it speaks of.</param>
/// <param name="Event">What others hear; null when it concerns nobody else.</param>
internal sealed record PartnershipNote(
    string Action, string? Text = null, string? Stage = null, DateOnly? On = null, PartnershipEvent? Event = null);

/// <summary>What all steps in a partnership have in common: one at a time, find it, compare versions, do it, tell, audit, save.</summary>
internal sealed class PartnershipChange(MatchingDb db, CommitmentGate gate)
{
    /// <summary>The time that a step happens at.</summary>
    public DateTimeOffset Now => gate.Now;

    /// <summary>The day that a step happens on.</summary>
    public DateOnly Today => OsloDay.Of(gate.Now);

    /// <summary>Does <paramref name="step"/> and stores all of it together.</summary>
    /// <exception cref="Refusal">Not found unknown_partnership; version required or mismatch; what the step refuses.</exception>
    public Task<Partnership> RunAsync(
        Guid id, Seen seen, Func<Partnership, Task> step, PartnershipNote note, CancellationToken cancellationToken) => gate.RunAsync(
        async () =>
        {
            var partnership = await db.Partnerships.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) ?? throw Unknown();
            seen.Require(partnership.Version);
            var before = StateOf(partnership);
            await step(partnership);
            Tell(partnership, before, note);
            await db.SaveChangesAsync(cancellationToken);
            return partnership;
        },
        cancellationToken);

    /// <summary>Does <paramref name="make"/>, which adds a partnership and saves it, while nobody else commits anybody.</summary>
    public Task<Partnership> AddAsync(Func<Task<Partnership>> make, CancellationToken cancellationToken) => gate.RunAsync(make, cancellationToken);

    /// <summary>Tells others, the audit and the timeline; the caller saves.</summary>
    public void Tell(Partnership partnership, object? before, PartnershipNote note)
    {
        if (note.Event is { } what)
            db.Enqueue(partnership.ToMessage(what));
        db.Audit(note.Action, "partnership", $"{partnership.Id}", before, StateOf(partnership));
        db.Note(partnership.Id, note.Action, note.Text, note.Stage, note.On);
    }

    /// <summary>The partnership as it stands in the audit.</summary>
    public static object StateOf(Partnership partnership) => new
    {
        partnership.Version,
        partnership.Stage,
        partnership.SupplierId,
        partnership.HromadaId,
        Needs = partnership.Needs.Select(need => need.Id),
        partnership.PersonDays,
        partnership.FollowUpOn,
    };

    /// <summary>The refusal of an id that no partnership has, or none that the caller may see.</summary>
    public static Refusal Unknown() => Refusal.NotFound("unknown_partnership", "There is no such partnership.");
}

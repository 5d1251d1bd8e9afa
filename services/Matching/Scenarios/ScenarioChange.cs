using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>What all changes of scenarios have in common: one at a time, find it, compare versions, do it, keep the version, audit, save.</summary>
internal sealed class ScenarioChange(MatchingDb db, CommitmentGate gate, Caller caller)
{
    /// <summary>The time that a change happens at.</summary>
    public DateTimeOffset Now => gate.Now;

    /// <summary>Who changes, as in the audit.</summary>
    public string By => caller.Actor;

    /// <summary>Does <paramref name="step"/> and stores all of it together.</summary>
    /// <exception cref="Refusal">404 unknown_scenario; version required or mismatch; what the step refuses.</exception>
    public Task<SavedScenario> RunAsync(
        Guid id, Seen seen, string action, Func<SavedScenario, Task> step, CancellationToken cancellationToken) => gate.RunAsync(
        async () =>
        {
            var scenario = await db.Scenarios.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) ?? throw Unknown();
            seen.Require(scenario.Version);
            var before = StateOf(scenario);
            var version = scenario.Version;
            await step(scenario);
            if (scenario.Version != version)
                db.Add(scenario.Edition);
            db.Audit(action, "scenario", $"{scenario.Id}", before, StateOf(scenario));
            await db.SaveChangesAsync(cancellationToken);
            return scenario;
        },
        cancellationToken);

    /// <summary>Adds what <paramref name="find"/> does not find yet.</summary>
    public Task<SavedScenario> AddAsync(
        Func<Task<SavedScenario?>> find, Func<Task<SavedScenario>> make, CancellationToken cancellationToken) => gate.RunAsync(
        async () =>
        {
            if (await find() is { } again)
                return again;
            var scenario = await make();
            db.Add(scenario);
            db.Add(scenario.Edition);
            db.Audit("scenario.create", "scenario", $"{scenario.Id}", null, StateOf(scenario));
            await db.SaveChangesAsync(cancellationToken);
            return scenario;
        },
        cancellationToken);

    /// <summary>The refusal of an id that no scenario has.</summary>
    public static Refusal Unknown() => Refusal.NotFound("unknown_scenario", "There is no such scenario.");

    // Without what people wrote: the versions themselves are kept.
    private static object StateOf(SavedScenario scenario) => new
    {
        scenario.Version,
        scenario.Content.Rules,
        Pins = scenario.Content.Pins.Select(pin => new { pin.SupplierId, pin.NeedId, pin.Quarters }),
        Bans = scenario.Content.Bans.Select(ban => new { ban.SupplierId, ban.HromadaId }),
        scenario.ArchivedAt,
    };
}

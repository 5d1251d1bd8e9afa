using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Says by which scenario runs and shortlists are made from now on.</summary>
internal sealed class PutScenarioInForce(MatchingDb db, ScenarioChange changes, CommitmentGate gate)
{
    /// <summary>Puts a saved one in force.</summary>
    /// <exception cref="Refusal">404 unknown_scenario; 409 scenario_archived; version required or mismatch.</exception>
    public Task<SavedScenario> RunAsync(Guid id, Seen seen, CancellationToken cancellationToken) => changes.RunAsync(
        id,
        seen,
        "scenario.put-in-force",
        async scenario =>
        {
            scenario.RequireInUse();
            if (await db.ScenariosInForce.SingleOrDefaultAsync(cancellationToken) is { } force)
                force.ScenarioId = id;
            else
                db.Add(new ScenarioInForce { ScenarioId = id });
        },
        cancellationToken);

    /// <summary>Puts the built-in one in force.</summary>
    public Task RunDefaultAsync(CancellationToken cancellationToken) => gate.RunAsync(
        async () =>
        {
            if (await db.ScenariosInForce.SingleOrDefaultAsync(cancellationToken) is not { } force)
                return 0;
            db.Remove(force);
            db.Audit("scenario.put-in-force", "scenario", ScenarioChoice.Default, new { force.ScenarioId }, null);
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}

using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Takes a scenario out of use; its versions are kept.</summary>
internal sealed class ArchiveScenario(MatchingDb db, ScenarioChange changes)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">404 unknown_scenario; 409 scenario_in_force, scenario_archived; version required or mismatch.</exception>
    public Task<SavedScenario> RunAsync(Guid id, Seen seen, CancellationToken cancellationToken) => changes.RunAsync(
        id,
        seen,
        "scenario.archive",
        async scenario =>
        {
            if (await db.ScenariosInForce.AnyAsync(force => force.ScenarioId == id, cancellationToken))
                throw new Refusal(RefusalKind.Conflict, "scenario_in_force", "It is in force. Put another one in force first.");
            scenario.Archive(changes.Now, changes.By);
        },
        cancellationToken);
}

using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Makes the next version of a scenario. When it is in force, so is the new version.</summary>
internal sealed class ReviseScenario(ScenarioChange changes, ScenarioCheck check)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">400 with everything that is wrong; 404 unknown_scenario; 409 scenario_archived; version required or mismatch.</exception>
    public Task<SavedScenario> RunAsync(Guid id, ScenarioRequest request, Seen seen, CancellationToken cancellationToken) => changes.RunAsync(
        id,
        seen,
        "scenario.revise",
        async scenario => scenario.Revise(await check.RequireAsync(request, cancellationToken), changes.Now, changes.By),
        cancellationToken);
}

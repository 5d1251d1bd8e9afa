using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Makes a scenario; it is not in force before somebody puts it there.</summary>
internal sealed class CreateScenario(MatchingDb db, ScenarioChange changes, ScenarioCheck check)
{
    /// <summary>Does it; the same request id of the same caller again gives the same scenario.</summary>
    /// <exception cref="Refusal">400 with everything that is wrong.</exception>
    public async Task<SavedScenario> RunAsync(ScenarioRequest request, string? requestId, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var key = rules.Line(requestId, "request_id", longest: 100) is { Length: > 0 } given ? given : null;
        rules.Enforce();
        return await changes.AddAsync(
            async () => key is null
                ? null
                : await db.Scenarios.SingleOrDefaultAsync(known => known.CreatedBy == changes.By && known.RequestId == key, cancellationToken),
            async () => SavedScenario.Create(await check.RequireAsync(request, cancellationToken), changes.Now, changes.By, key),
            cancellationToken);
    }
}

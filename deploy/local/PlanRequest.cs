using System.Net.Http.Json;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Local;

/// <summary>Asks matching for a plan, as any client of the API does.</summary>
internal sealed class PlanRequest(HttpClient http)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>Starts a run, waits for its end, and reads the plan.</summary>
    public async Task<PlanView> MakeAsync(string language, CancellationToken cancellationToken)
    {
        using var started = await http.PostAsync(new Uri(ServiceRoots.Matching, "api/v1/matching-runs"), null, cancellationToken);
        started.EnsureSuccessStatusCode();
        var run = await ReadAsync<RunView>(started.Content, cancellationToken);
        while (run.Status is RunStatus.Queued or RunStatus.Running)
        {
            await Task.Delay(Glance, cancellationToken);
            run = await GetAsync<RunView>($"api/v1/matching-runs/{run.Id}", cancellationToken);
        }

        return run.Status == RunStatus.Completed
            ? await GetAsync<PlanView>($"api/v1/matching-runs/{run.Id}/plan?lang={language}", cancellationToken)
            : throw new UserError($"The matching run failed: {run.Failure}");
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(ServiceRoots.Matching, path), cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await ReadAsync<T>(answer.Content, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpContent content, CancellationToken cancellationToken) =>
        await content.ReadFromJsonAsync<T>(ApiJson.Options, cancellationToken)
        ?? throw new InvalidOperationException("Matching answered with nothing.");
}

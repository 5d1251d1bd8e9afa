using System.Net.Http.Json;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Runs;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Local;

/// <summary>Asks matching for a plan, as any client of the API does.</summary>
internal sealed class PlanRequest(HttpClient http)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>The plan of the last run where nothing that it looked at has changed since, else that of a run now.</summary>
    public async Task<PlanView> MakeAsync(string language, CancellationToken cancellationToken)
    {
        var run = await FindCurrentAsync(cancellationToken) ?? await StartAsync(cancellationToken);
        while (run.Status is RunStatus.Queued or RunStatus.Running)
        {
            await Task.Delay(Glance, cancellationToken);
            run = await GetAsync<RunView>($"api/v1/matching-runs/{run.Id}", cancellationToken);
        }

        return run.Status == RunStatus.Completed
            ? await GetAsync<PlanView>($"api/v1/matching-runs/{run.Id}/plan?lang={language}", cancellationToken)
            : throw new UserError($"The matching run failed: {run.Failure}");
    }

    private async Task<RunView?> FindCurrentAsync(CancellationToken cancellationToken)
    {
        var now = await GetAsync<InputsView>("api/v1/matching-inputs", cancellationToken);
        var runs = await GetAsync<Page<RunView>>("api/v1/matching-runs?limit=20", cancellationToken);
        var last = runs.Items.FirstOrDefault(run => run is { Status: RunStatus.Completed, WhatIf: false });
        return now.InputsHash is { } hash && last?.InputsHash == hash ? last : null;
    }

    private async Task<RunView> StartAsync(CancellationToken cancellationToken)
    {
        using var started = await http.PostAsync(new Uri(ServiceRoots.Matching, "api/v1/matching-runs"), null, cancellationToken);
        started.EnsureSuccessStatusCode();
        return await ReadAsync<RunView>(started.Content, cancellationToken);
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

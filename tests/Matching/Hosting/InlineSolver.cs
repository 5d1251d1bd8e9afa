using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Solving;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>The same search in this process, for tests that are about something else: starting a process for each run takes longer than the run.</summary>
internal sealed class InlineSolver : ISolver
{
    public Task<Outcome> SolveAsync(
        Model model, SolveRequest request, IProgress<SearchProgress>? progress, CancellationToken stop, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var options = new SearchOptions(new WorkBudget(request.Units), request.Seed, Threads: 1, stop);
                return new Optimizer(new CpSatMaster()).Run(model, options, request.IsFair, found => progress?.Report(found));
            },
            cancellationToken);
}

using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Runs;

/// <summary>Keeps what the search said last; the heartbeat stores it.</summary>
internal sealed class LatestProgress : IProgress<SearchProgress>
{
    private volatile RunProgress? _latest;

    /// <summary>Null before anything is known.</summary>
    public RunProgress? Value => _latest;

    /// <summary>So many pairs were found; now the search begins.</summary>
    public void Found(int pairs) => _latest = new RunProgress(SearchStep.FirstPlan, pairs, null, 0, null, null, 0);

    public void Report(SearchProgress value) => _latest = new RunProgress(
        value.Step, _latest?.Pairs ?? 0, value.Stage, value.Level, value.Reached, value.Bound, value.Spent);
}

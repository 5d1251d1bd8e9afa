using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Runs;

/// <summary>Keeps what the engine said last; the heartbeat stores it.</summary>
internal sealed class LatestProgress : IProgress<EngineProgress>
{
    private volatile RunProgress? _latest;

    /// <summary>Null before the engine said anything.</summary>
    public RunProgress? Value => _latest;

    public void Report(EngineProgress value) =>
        _latest = new RunProgress(value.Step, value.Pairs, value.Stage?.Stage, value.Stage?.Reached, value.Stage?.Bound);
}

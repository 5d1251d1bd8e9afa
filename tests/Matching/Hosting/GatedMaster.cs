using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>The real solver, which begins when a test lets it: a long solve without a long wait.</summary>
internal sealed class GatedMaster : IMaster, IDisposable
{
    private readonly CpSatMaster _solver = new();
    private readonly ManualResetEventSlim _gate = new(initialState: false);
    private int _begun;
    private int _ended;

    /// <summary>How many solves have come to the gate.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>How many solves were ended from outside.</summary>
    public int Ended => Volatile.Read(ref _ended);

    /// <summary>What the next solve fails with instead of solving.</summary>
    public Exception? Fault { get; set; }

    public void Open() => _gate.Set();

    public MasterSolution Solve(
        MasterModel model, WorkBudget budget, IProgress<StageResult>? progress, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _begun);
        try
        {
            _gate.Wait(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _ended);
            throw;
        }

        return Fault is null ? _solver.Solve(model, budget, progress, cancellationToken) : throw Fault;
    }

    public void Dispose() => _gate.Dispose();
}

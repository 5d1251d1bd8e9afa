using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Solving;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>A real search, which begins when a test lets it: a long search without a long wait.</summary>
internal sealed class GatedSolver : ISolver, IDisposable
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;
    private int _ended;

    /// <summary>How many searches have come to the gate.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>How many searches were ended from outside.</summary>
    public int Ended => Volatile.Read(ref _ended);

    /// <summary>What the searches fail with, one each, instead of searching.</summary>
    public Queue<Exception> Faults { get; } = new();

    /// <summary>What was asked for last.</summary>
    public SolveRequest? Asked { get; private set; }

    /// <summary>What a search tells before it waits at the gate.</summary>
    public SearchProgress? Tells { get; init; }

    public void Open() => _gate.TrySetResult();

    public async Task<Outcome> SolveAsync(
        Model model, SolveRequest request, IProgress<SearchProgress>? progress, CancellationToken stop, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _begun);
        Asked = request;
        // Who wants the best so far waits at no gate.
        await using var stopped = stop.Register(Open);
        if (Tells is not null) progress?.Report(Tells);
        try
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _ended);
            throw;
        }

        if (Faults.TryDequeue(out var fault)) throw fault;
        return await new InlineSolver().SolveAsync(model, request, progress, stop, cancellationToken);
    }

    public void Dispose() => Open();
}

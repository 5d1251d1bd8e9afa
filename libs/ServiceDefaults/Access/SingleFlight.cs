namespace Kommunebro.ServiceDefaults;

/// <summary>One question that many may have at a time: who comes while it is asked gets the same answer, or the same failure.</summary>
internal sealed class SingleFlight<T>(Func<Task<T>> ask)
{
    private readonly Lock _lock = new();
    private Task<T>? _asking;

    /// <summary>The answer. Who stops waiting does not stop the question, since others may wait for it too.</summary>
    public Task<T> AskAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_asking is null or { IsCompleted: true })
                _asking = Task.Run(ask, CancellationToken.None);
            return _asking.WaitAsync(cancellationToken);
        }
    }
}

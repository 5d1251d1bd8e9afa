namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Wakes a worker of this process when there is something new for it. It is a shortcut, not a promise: other replicas,
/// and a worker that was busy, find the work in the database by looking there now and then.
/// </summary>
/// <typeparam name="TWork">What there is to do; each kind has its own signal.</typeparam>
public sealed class WakeUp<TWork> : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    /// <summary>Says that there may be something to do.</summary>
    public void Raise()
    {
        // Full means that the worker will look anyway.
        lock (_raised)
            if (_raised.CurrentCount == 0)
                _raised.Release();
    }

    /// <summary>Returns when raised, or after <paramref name="atMost"/>.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _raised.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _raised.Dispose();
}

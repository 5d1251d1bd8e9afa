namespace Kommunebro.Gateway.Limits;

/// <summary>What one caller has used up of a quota in its present window, and what it is asking for now.</summary>
/// <param name="requests">How many requests a window allows.</param>
/// <param name="window">How long it is, in the clock's ticks.</param>
/// <param name="begun">When its first window begins.</param>
internal sealed class Allowance(int requests, long window, long begun)
{
    private readonly Lock _gate = new();
    private long _ends = begun + window;
    private int _used;
    private int _running;

    /// <summary>Counts a request, unless there were too many. The first one begins a window.</summary>
    /// <param name="now">Ticks of a clock that only goes forward.</param>
    /// <returns>How many may still come; when it was too many, how long it is until there are more.</returns>
    public (bool Admitted, int Left, long Wait) Count(long now)
    {
        lock (_gate)
        {
            if (now >= _ends)
                (_ends, _used) = (now + window, 0);
            if (_used >= requests)
                return (false, 0, _ends - now);
            _used++;
            return (true, requests - _used, 0);
        }
    }

    /// <summary>Begins a request, unless <paramref name="atOnce"/> are running. One that has begun must <see cref="End"/>.</summary>
    public bool TryBegin(int atOnce)
    {
        lock (_gate)
        {
            if (_running >= atOnce)
                return false;
            _running++;
            return true;
        }
    }

    /// <summary>Ends a request.</summary>
    public void End()
    {
        lock (_gate)
            _running--;
    }

    /// <summary>Whether it can be forgotten: not before a whole further window is over, when surely nobody is about to count in it.</summary>
    public bool IsOver(long now)
    {
        lock (_gate)
            return _running == 0 && now >= _ends + window;
    }
}

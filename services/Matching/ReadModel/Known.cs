namespace Kommunebro.Matching.ReadModel;

/// <summary>A thing of another service as its owner last told it.</summary>
/// <typeparam name="TState">The owner's full-state event.</typeparam>
public sealed class Known<TState>
    where TState : class
{
    /// <summary>The owner's id or code.</summary>
    public required string Id { get; init; }

    /// <summary>The owner's version; also the concurrency token, so that of two messages at once the older never wins.</summary>
    public long Version { get; private set; }

    /// <summary>Its state; null once it is gone.</summary>
    public TState? State { get; private set; }

    /// <summary>Takes over what its owner says, unless something newer is known.</summary>
    public void Hear(long version, TState? state)
    {
        if (version > Version)
            (Version, State) = (version, state);
    }
}

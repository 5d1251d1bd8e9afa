namespace Kommunebro.Matching.ReadModel;

/// <summary>Says that an owner's snapshot has been read once, so that events alone keep the read model right.</summary>
public sealed class Bootstrap
{
    /// <summary>The owner: "registry" or "needs".</summary>
    public required string Owner { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}

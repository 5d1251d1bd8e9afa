namespace Kommunebro.Matching.Runs;

/// <summary>A need of which was told that nobody was found; it is told again when the need changed, or lost its match.</summary>
public sealed class ToldUnmatched
{
    public required Guid NeedId { get; init; }

    /// <summary>The need's version that was told of.</summary>
    public long NeedVersion { get; set; }
}

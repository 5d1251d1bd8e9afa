namespace Kommunebro.Matching.ReadModel;

/// <summary>A need that was restricted when its owner withdrew it, or that was suspended: nothing of it is known any more but that it is to be hidden.</summary>
public sealed class HiddenNeed
{
    public required Guid NeedId { get; init; }
}

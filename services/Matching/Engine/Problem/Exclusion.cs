namespace Kommunebro.Matching.Engine;

/// <summary>Why two municipalities are not proposed to each other.</summary>
public enum ExclusionReason
{
    /// <summary>One of them said no, and that holds for a while.</summary>
    Declined,

    /// <summary>They work together, or have agreed to talk.</summary>
    Partners,

    /// <summary>A coordinator ruled it out.</summary>
    Banned,
}

/// <summary>Two municipalities that are not proposed to each other.</summary>
/// <param name="SupplierId">The supplier.</param>
/// <param name="HromadaId">The hromada.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day on which it holds; null as long as the reason lasts.</param>
public sealed record Exclusion(Guid SupplierId, Guid HromadaId, ExclusionReason Reason, DateOnly? Until);

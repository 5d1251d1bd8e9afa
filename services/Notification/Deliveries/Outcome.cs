namespace Kommunebro.Notification.Deliveries;

/// <summary>What can come of an attempt.</summary>
public enum OutcomeKind
{
    /// <summary>The other side has it.</summary>
    Delivered,

    /// <summary>The group became one delivery for each of its members.</summary>
    Split,

    /// <summary>Not now; the schedule says when again.</summary>
    Later,

    /// <summary>Never; a person must know.</summary>
    Failed,

    /// <summary>There is nobody to write to; a person must know.</summary>
    NobodyThere,

    /// <summary>What it asks for was settled meanwhile; nobody needs it any more.</summary>
    Settled,

    /// <summary>The other side said that it is gone for good.</summary>
    Gone,
}

/// <summary>What came of an attempt.</summary>
/// <param name="Kind">What.</param>
/// <param name="Error">Why not, as a code without personal values.</param>
/// <param name="Parts">With <see cref="OutcomeKind.Split"/>: a delivery for each member.</param>
internal sealed record Outcome(OutcomeKind Kind, string? Error = null, IReadOnlyList<Delivery>? Parts = null)
{
    public static readonly Outcome Delivered = new(OutcomeKind.Delivered);

    public static Outcome Later(string error) => new(OutcomeKind.Later, error);

    public static Outcome Failed(string error) => new(OutcomeKind.Failed, error);

    public static Outcome Split(IReadOnlyList<Delivery> parts) => new(OutcomeKind.Split, Parts: parts);
}

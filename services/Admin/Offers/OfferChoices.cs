namespace Kommunebro.Admin.Offers;

/// <summary>The closed lists of an offer, as registry names their values.</summary>
public static class OfferChoices
{
    public static readonly IReadOnlyList<string> Statuses = ["draft", "submitted", "available", "paused", "expired", "withdrawn"];

    public static readonly IReadOnlyList<string> Levels = ["1", "2", "3", "4"];

    public static readonly IReadOnlyList<string> Terms = ["short", "long"];

    public static readonly IReadOnlyList<string> Travels = ["none", "ukraine_west", "ukraine_any"];

    /// <summary>Who stands behind it; none is said by choosing nothing.</summary>
    public static readonly IReadOnlyList<string> Anchorings = ["executive_decision", "council_decision"];

    /// <summary>Steps that need no more than to be taken.</summary>
    public static readonly IReadOnlyList<string> PlainSteps = ["hand_in", "confirm", "resume"];

    /// <summary>Steps that need a reason.</summary>
    public static readonly IReadOnlyList<string> ReasonedSteps = ["pause", "withdraw"];
}

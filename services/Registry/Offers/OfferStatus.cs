namespace Kommunebro.Registry.Offers;

/// <summary>Whether an offer stands.</summary>
public enum OfferStatus
{
    /// <summary>It may be matched.</summary>
    Available,

    /// <summary>It was taken back, for good; the municipality may make a new one.</summary>
    Withdrawn,

    /// <summary>It is being written; only who writes it and staff see it.</summary>
    Draft,

    /// <summary>It waits until KS has confirmed it; only who wrote it and staff see it.</summary>
    Submitted,

    /// <summary>It rests for a while: nothing new is matched with it.</summary>
    Paused,

    /// <summary>Nobody confirmed it for too long; a confirmation brings it back.</summary>
    Expired,
}

namespace Kommunebro.Registry.Offers;

/// <summary>Who in a municipality stands behind its offer.</summary>
public enum PoliticalAnchoring
{
    /// <summary>Nobody has decided, or nobody said so.</summary>
    None,

    /// <summary>The municipality's executive has decided.</summary>
    ExecutiveDecision,

    /// <summary>The council has decided.</summary>
    CouncilDecision,
}

using Kommunebro.Contracts;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>What is said of a community organisation; the rules have held.</summary>
public sealed record CommunityOrganisationFacts
{
    /// <summary>Its own name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required CommunityOrganisationKind Kind { get; init; }

    /// <summary>Norwegian organisation number, or EDRPOU; null where not given.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>Its website; null where not given.</summary>
    public string? Website { get; init; }

    /// <summary>What it can add.</summary>
    public required LocalizedText Texts { get; init; }
}

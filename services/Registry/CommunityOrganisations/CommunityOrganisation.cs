using Kommunebro.Contracts;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>A part of the local community that can add to what its municipality does: a voluntary organisation, a business, a school, an inter-municipal company.</summary>
public sealed class CommunityOrganisation
{
    private CommunityOrganisation()
    {
    }

    /// <summary>Takes it down; the rules have held. It gets an id where none was chosen.</summary>
    public CommunityOrganisation(Guid municipalityId, CommunityOrganisationFacts facts, CommunityOrganisationHelp help, DateTimeOffset now, Guid? id = null)
    {
        (Id, MunicipalityId) = (id ?? Guid.CreateVersion7(now), municipalityId);
        Become(facts, help);
    }

    /// <summary>The platform's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Raised with each change.</summary>
    public long Version { get; private set; }

    /// <summary>The municipality whose community it belongs to; it never changes.</summary>
    public Guid MunicipalityId { get; private set; }

    /// <summary>What is said of it.</summary>
    public CommunityOrganisationFacts Facts { get; private set; } = null!;

    /// <summary>The name in small letters: a municipality has each name once, however it is written.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Codes of the areas in which it can help; empty for any.</summary>
    public List<string> Areas { get; private set; } = [];

    /// <summary>How it can help.</summary>
    public List<Mode> Modes { get; private set; } = [];

    /// <summary>Says all of it anew.</summary>
    /// <returns>Whether anything is different; only then the version is raised.</returns>
    public bool Describe(CommunityOrganisationFacts facts, CommunityOrganisationHelp help)
    {
        if (facts == Facts && help.Areas.SequenceEqual(Areas, StringComparer.Ordinal) && help.Modes.SequenceEqual(Modes))
            return false;
        Become(facts, help);
        return true;
    }

    private void Become(CommunityOrganisationFacts facts, CommunityOrganisationHelp help)
    {
        (Facts, NameKey) = (facts, facts.Name.ToLowerInvariant());
        (Areas, Modes) = ([.. help.Areas], [.. help.Modes]);
        Version++;
    }
}

/// <summary>What kind of organisation it is.</summary>
public enum CommunityOrganisationKind
{
    /// <summary>An association of volunteers.</summary>
    Voluntary,

    /// <summary>A company.</summary>
    Business,

    /// <summary>A school or kindergarten.</summary>
    School,

    /// <summary>A company of several municipalities; those that offer by themselves stand in the register as suppliers.</summary>
    InterMunicipalCompany,
}

/// <summary>How a community organisation can help.</summary>
/// <param name="Areas">Codes of areas, as they were given.</param>
/// <param name="Modes">Forms of help, as they were given.</param>
public sealed record CommunityOrganisationHelp(IReadOnlyList<string> Areas, IReadOnlyList<Mode> Modes);

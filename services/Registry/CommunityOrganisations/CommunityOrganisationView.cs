using Kommunebro.Contracts;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>A community organisation as readers see it.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Municipality">Official code of the municipality whose community it belongs to.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Kind">voluntary, business, school or inter_municipal_company.</param>
/// <param name="OrganisationNumber">Norwegian organisation number, or EDRPOU.</param>
/// <param name="Areas">Codes of the areas in which it can help.</param>
/// <param name="Modes">How it can help.</param>
/// <param name="Text">What it can add, in the reader's language or else in another; null where not said.</param>
/// <param name="Texts">The same in each language.</param>
/// <param name="Website">Its website.</param>
/// <param name="Version">Raised with each change; the ETag.</param>
public sealed record CommunityOrganisationView(
    Guid Id,
    string Municipality,
    string Name,
    CommunityOrganisationKind Kind,
    string? OrganisationNumber,
    IReadOnlyList<string> Areas,
    IReadOnlyList<Mode> Modes,
    string? Text,
    LocalizedText Texts,
    string? Website,
    long Version)
{
    internal static CommunityOrganisationView Of(CommunityOrganisation organisation, string municipality, string language)
    {
        var facts = organisation.Facts;
        return new CommunityOrganisationView(
            organisation.Id, municipality, facts.Name, facts.Kind, facts.OrganisationNumber, organisation.Areas, organisation.Modes,
            facts.Texts is (null, null, null) ? null : facts.Texts.In(language), facts.Texts, facts.Website, organisation.Version);
    }
}

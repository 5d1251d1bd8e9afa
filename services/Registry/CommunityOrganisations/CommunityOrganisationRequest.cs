using Kommunebro.Contracts;
using Kommunebro.Registry.Texts;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>All that is said of a community organisation. Names of persons, telephone numbers and e-mail addresses do not belong here.</summary>
/// <param name="Name">Its own name, 2 to 200 characters; a municipality has each once.</param>
/// <param name="Kind">voluntary, business, school or inter_municipal_company.</param>
/// <param name="Areas">Codes of the areas in which it can help, each once.</param>
/// <param name="Modes">How it can help, each once: advice_remote, study_visit_host, expert_visit, mentoring, training, secondment, equipment, funding, joint_project, youth_exchange.</param>
/// <param name="OrganisationNumber">Norwegian organisation number, or EDRPOU in Ukraine; needed for businesses and inter-municipal companies.</param>
/// <param name="Texts">What it can add; at most 4,000 characters a language.</param>
/// <param name="Website">http or https, at most 500 characters.</param>
public sealed record CommunityOrganisationRequest(
    string Name,
    string? Kind,
    IReadOnlyList<string> Areas,
    IReadOnlyList<Mode> Modes,
    string? OrganisationNumber = null,
    LocalizedInput? Texts = null,
    string? Website = null)
{
    /// <summary>How it can help; the rules have held.</summary>
    internal CommunityOrganisationHelp ToHelp() => new(Areas, Modes);
}

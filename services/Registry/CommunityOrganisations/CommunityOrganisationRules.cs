using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>What a community organisation must hold to; all that it does not hold to is told at once.</summary>
internal static class CommunityOrganisationRules
{
    /// <summary>What a request says, when it keeps the rules.</summary>
    /// <param name="request">The request.</param>
    /// <param name="country">Where its municipality is.</param>
    /// <param name="areas">All codes of areas.</param>
    /// <exception cref="Refusal">Every field that breaks a rule.</exception>
    public static CommunityOrganisationFacts Take(CommunityOrganisationRequest request, Country country, IReadOnlySet<string> areas)
    {
        var rules = new Rules();
        var facts = new CommunityOrganisationFacts
        {
            Name = rules.Line(request.Name, "name", TextLimits.LongestLine, shortest: 2) ?? "",
            Kind = rules.RequiredChoice<CommunityOrganisationKind>(request.Kind, "kind"),
            OrganisationNumber = request.OrganisationNumber,
            Website = rules.WebAddress(request.Website, "website"),
            Texts = request.Texts?.ToText() ?? new LocalizedText(null, null, null),
        };
        rules.NoWayToReach(request.Name, "name")
            .WordsOfItsOwn(request.Texts, "texts")
            .Number(request, facts.Kind, country)
            .Areas(request.Areas, areas)
            .Check(request.Modes.Distinct().Count() == request.Modes.Count, "modes", "stands_twice", "A form of help stands twice.")
            .Enforce();
        return facts;
    }

    private static Rules Number(this Rules rules, CommunityOrganisationRequest request, CommunityOrganisationKind kind, Country country)
    {
        if (request.OrganisationNumber is not { } number)
            return rules.Required(
                kind is not (CommunityOrganisationKind.Business or CommunityOrganisationKind.InterMunicipalCompany),
                "organisationNumber", "A company has an organisation number.");
        var fault = CyrillicLetters.FaultOf(number) ?? (country == Country.Ua ? Edrpou.FaultOf(number) : OrganisationNumber.FaultOf(number));
        return rules.Check(fault is null, "organisationNumber", fault?.Code ?? "", fault?.Message ?? "");
    }

    private static Rules Areas(this Rules rules, IReadOnlyList<string> given, IReadOnlySet<string> known)
    {
        rules.Check(given.Distinct(StringComparer.Ordinal).Count() == given.Count, "areas", "stands_twice", "An area stands twice.");
        foreach (var (i, area) in given.Take(known.Count + 1).Index())
            rules.Check(known.Contains(area), $"areas[{i}]", "unknown_area", "No area has this code; see /api/v1/areas.");
        return rules;
    }
}

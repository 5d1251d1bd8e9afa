using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Municipalities;

/// <summary>What a description of a municipality must hold to; all that it does not hold to is told at once.</summary>
internal static class MunicipalityRules
{
    private const int OldestCensus = 1990;

    /// <summary>More than any municipality of either country has.</summary>
    public const int MostPeople = 5_000_000;

    public static void Enforce(string code, MunicipalityRequest request, DateOnly today) => new Rules()
        .Check(request.Code == code, "code", "code_mismatch", "The code is not the one in the path.")
        .Identity(request)
        .Naming(request)
        .Region(request)
        .Population(request, today)
        .Place(request)
        .Territory(request)
        .Enforce();

    private static Rules Identity(this Rules rules, MunicipalityRequest request)
    {
        var organisation = request.OrganisationNumber is not { } number ? null
            : request.Country == Country.Ua ? Edrpou.FaultOf(number) : OrganisationNumber.FaultOf(number);
        return rules
            .Check(
                request.Country == OfficialCode.CountryOf(request.Kind),
                "country", "kind_of_other_country", $"A {WireName.Of(request.Kind)} is not in that country.")
            .Hold(OfficialCode.FaultOf(request.Kind, request.Code), "code")
            .Hold(organisation, "organisationNumber");
    }

    private static Rules Naming(this Rules rules, MunicipalityRequest request)
    {
        var names = request.Names.ToText();
        return (request.Country == Country.Ua ? rules.Required(names.Uk is not null, "names.uk") : rules.Required(names.Nb is not null, "names.nb"))
            .Line(request.Names, "names");
    }

    private static Rules Region(this Rules rules, MunicipalityRequest request)
    {
        var region = request.Region.Code;
        var expected = OfficialCode.FaultOf(request.Kind, request.Code) is null ? OfficialCode.RegionOf(request.Kind, request.Code) : null;
        return rules
            .Check(Fylkesnummer.FaultOf(region) is null, "region.code", "invalid_region", "A county's or oblast's code is two digits.")
            .Check(
                expected is null || expected == region,
                "region.code", "region_mismatch", $"The code lies in county or oblast {expected}.")
            .Required(!request.Region.Names.IsBlank, "region.names")
            .Line(request.Region.Names, "region.names");
    }

    private static Rules Population(this Rules rules, MunicipalityRequest request, DateOnly today) => rules
        .Check(
            request.Population is null or (> 0 and <= MostPeople),
            "population", "out_of_range", $"From 1 to {MostPeople} persons.")
        .Check(
            (request.Population is null) == (request.PopulationYear is null),
            "populationYear", "incomplete", "Population and its year go together.")
        .Check(
            request.PopulationYear is not { } year || (year >= OldestCensus && year <= today.Year),
            "populationYear", "out_of_range", $"From {OldestCensus} to this year.");

    private static Rules Place(this Rules rules, MunicipalityRequest request) => rules
        .Check(
            (request.Latitude is null) == (request.Longitude is null),
            "longitude", "incomplete", "Latitude and longitude go together.")
        .Check(
            request is not { Latitude: { } latitude, Longitude: { } longitude } || IsIn(request.Country, latitude, longitude),
            "latitude", "outside_country", "This place is not in the country; are latitude and longitude exchanged?");

    /// <summary>Boxes around the countries, Svalbard and Jan Mayen included.</summary>
    public static bool IsIn(Country country, double latitude, double longitude) => country == Country.Ua
        ? latitude is >= 44 and <= 53 && longitude is >= 22 and <= 41
        : latitude is >= 57 and <= 81 && longitude is >= -10 and <= 34;

    private static Rules Territory(this Rules rules, MunicipalityRequest request) => rules
        .Check(
            request.Country == Country.Ua || request.TerritoryStatus == TerritoryStatus.None,
            "territoryStatus", "only_for_hromadas", "The list of territories is of Ukraine.")
        .Check(
            request.Country == Country.Ua || request.Category is null,
            "category", "only_for_hromadas", "The programme categories are of Ukrainian municipalities.");

    private static Rules Hold(this Rules rules, CodeFault? fault, string field) =>
        rules.Check(fault is null, field, fault?.Code ?? "", fault?.Message ?? "");
}

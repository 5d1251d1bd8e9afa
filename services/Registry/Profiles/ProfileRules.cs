using Kommunebro.Contracts;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Profiles;

/// <summary>What a profile must hold to; all that it does not hold to is told at once.</summary>
internal static class ProfileRules
{
    private const int MostCapacity = 5;
    private const int MostLanguages = 8;

    /// <summary>Since when people have been registered as displaced within Ukraine.</summary>
    private static readonly DateOnly FirstDisplacement = new(2014, 4, 1);

    /// <summary>What a request says, when it keeps the rules.</summary>
    /// <exception cref="Refusal">Every field that breaks a rule.</exception>
    public static (ProfileFacts Facts, IReadOnlyList<GeographyTag> Geography) Take(ProfileRequest request, Municipality municipality, DateOnly today)
    {
        var (rules, displaced) = (new Rules(), request.DisplacedPersons);
        var geography = Geography(rules, request.Geography ?? []);
        var facts = new ProfileFacts
        {
            Texts = request.Texts?.ToText() ?? ProfileFacts.None.Texts,
            AdministrativeCapacity = request.AdministrativeCapacity,
            Association = rules.Choice<Association>(request.Association, "association"),
            Head = rules.Choice<LegalHead>(request.Head, "head"),
            DisplacedPersons = displaced?.Count,
            DisplacedPersonsOn = displaced?.On,
            DisplacedPersonsSource = rules.Line(displaced?.Source, "displacedPersons.source", TextLimits.LongestLine, shortest: 2),
        };
        rules.WordsOfItsOwn(request.Texts, "texts")
            .Languages(request.WorkingLanguages ?? [])
            .Check(
                facts.AdministrativeCapacity is null or (>= 1 and <= MostCapacity),
                "administrativeCapacity", "out_of_range", $"From 1, very little, to {MostCapacity}, very much.")
            .Check(
                facts.Association is not { } association || (association == Association.Auc) == (municipality.Country == Country.Ua),
                "association", "of_other_country", "KS is Norwegian, AUC is Ukrainian.")
            .OfHromadas(request, municipality)
            .Displaced(displaced, today)
            .Enforce();
        return (facts, geography);
    }

    private static List<GeographyTag> Geography(Rules rules, IReadOnlyList<string> given)
    {
        var tags = given.Take(EnumName.All<GeographyTag>().Count() + 1).Select((tag, i) => rules.RequiredChoice<GeographyTag>(tag, $"geography[{i}]")).ToList();
        rules.Check(given.Distinct(StringComparer.Ordinal).Count() == given.Count, "geography", "stands_twice", "A tag stands twice.");
        return tags;
    }

    private static Rules Languages(this Rules rules, IReadOnlyList<string> languages)
    {
        rules.Check(languages.Count <= MostLanguages, "workingLanguages", "out_of_range", $"At most {MostLanguages} languages.")
            .Check(languages.Distinct(StringComparer.Ordinal).Count() == languages.Count, "workingLanguages", "stands_twice", "A language stands twice.");
        foreach (var (i, language) in languages.Take(MostLanguages).Index())
            rules.Language(language, $"workingLanguages[{i}]");
        return rules;
    }

    private static Rules OfHromadas(this Rules rules, ProfileRequest request, Municipality municipality) => rules
        .Check(
            request.Head is null || municipality.Country == Country.Ua,
            "head", "only_for_hromadas", "Military administrations are of Ukraine.")
        .Check(
            request.DisplacedPersons is null || municipality.Country == Country.Ua,
            "displacedPersons", "only_for_hromadas", "Internally displaced persons are registered in Ukraine.");

    private static Rules Displaced(this Rules rules, DisplacedPersonsInput? displaced, DateOnly today) => displaced is null ? rules : rules
        .Check(
            displaced.Count is >= 0 and <= MunicipalityRules.MostPeople,
            "displacedPersons.count", "out_of_range", $"From 0 to {MunicipalityRules.MostPeople} persons.")
        .Check(
            displaced.On >= FirstDisplacement && displaced.On <= today,
            "displacedPersons.on", "out_of_range", $"From {FirstDisplacement:yyyy-MM-dd} to today.")
        .NoWayToReach(displaced.Source, "displacedPersons.source");
}

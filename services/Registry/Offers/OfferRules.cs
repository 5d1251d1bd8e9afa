using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>What an offer must hold to; all that it does not hold to is told at once.</summary>
internal static class OfferRules
{
    private const int MostPersonDays = 20_000;
    private const int MostPartnerships = 20;
    private const int MostLanguages = 8;

    public static void Enforce(OfferRequest request, OfferReferences known, DateOnly today) => new Rules()
        .Supplier(request, known)
        .Areas(request, known.Areas)
        .InUse(request, known.Deprecated)
        .Capacity(request)
        .Terms(request)
        .Languages(request)
        .Period(request, today)
        .Anchoring(request, today)
        .Choices(request, known)
        .Block(request.Text, "text")
        .Enforce();

    private static Rules Supplier(this Rules rules, OfferRequest request, OfferReferences known) => rules
        .KnownMunicipality(request.Municipality, known.Municipality, "municipality")
        .Check(
            request.ExpressionOfInterestId is null || known.Expression is not null,
            "expressionOfInterestId", "unknown_expression_of_interest", "No expression of interest has this id.")
        .Check(
            known.Expression is null || known.Municipality is null || known.Expression.MunicipalityId == known.Municipality.Id,
            "expressionOfInterestId", "of_other_municipality", "This expression of interest came from another municipality.");

    private static Rules Areas(this Rules rules, OfferRequest request, IReadOnlySet<string> known)
    {
        rules.Required(request.Areas.Count > 0, "areas");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, area) in request.Areas.Index())
            OfferedAreaRules.Note(rules, $"areas[{i}]", area, request.PersonDays, known, seen);
        return rules;
    }

    private static Rules InUse(this Rules rules, OfferRequest request, IReadOnlyDictionary<string, string?> deprecated)
    {
        foreach (var (i, area) in request.Areas.Index())
            if (area is not null && deprecated.TryGetValue(area.Area, out var replacement))
                rules.Check(false, $"areas[{i}].area", "deprecated_area", replacement is null ? "This area is not used any more." : $"This area is not used any more; its place took {replacement}.");
        return rules;
    }

    private static Rules Capacity(this Rules rules, OfferRequest request) => rules
        .PersonDays(request.PersonDays, "personDays")
        .Check(
            request.PersonDays is null || request.CapacityBand is null,
            "capacityBand", "capacity_twice", "Give person-days or a band, not both.")
        .Check(
            request.MaxPartnerships is >= 1 and <= MostPartnerships,
            "maxPartnerships", "out_of_range", $"From 1 to {MostPartnerships}.");

    /// <summary>Notes person-days that are not 1 to 20,000.</summary>
    public static Rules PersonDays(this Rules rules, int? days, string field) => rules.Check(
        days is null or (>= 1 and <= MostPersonDays), field, "out_of_range", $"From 1 to {MostPersonDays} person-days a year.");

    private static Rules Terms(this Rules rules, OfferRequest request) => rules
        .Required(request.Terms.Count > 0, "terms")
        .Check(request.Terms.Distinct().Count() == request.Terms.Count, "terms", "stands_twice", "A term stands twice.");

    private static Rules Languages(this Rules rules, OfferRequest request)
    {
        rules.Check(
                request.Languages.Count is >= 1 and <= MostLanguages,
                "languages", "out_of_range", $"From 1 to {MostLanguages} languages.")
            .Check(
                request.Languages.Distinct(StringComparer.Ordinal).Count() == request.Languages.Count,
                "languages", "stands_twice", "A language stands twice.");
        foreach (var (i, language) in request.Languages.Take(MostLanguages).Index())
            rules.Language(language, $"languages[{i}]");
        return rules;
    }
}

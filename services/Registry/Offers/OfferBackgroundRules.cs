using Kommunebro.Contracts;
using Kommunebro.Contracts.OfficialCodes;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Offers;

/// <summary>What must hold of an offer's time, its decision, and whom and what it chooses.</summary>
internal static class OfferBackgroundRules
{
    private const int MostYearsAhead = 10;
    private const int MostChoices = 20;

    /// <summary>Nobody offered help before the attack of that year.</summary>
    private static readonly DateOnly First = new(2022, 1, 1);

    /// <summary>Notes a time that ends before it begins, or that nobody can mean.</summary>
    public static Rules Period(this Rules rules, OfferRequest request, DateOnly today)
    {
        foreach (var (day, field) in new[] { (request.AvailableFrom, "availableFrom"), (request.AvailableTo, "availableTo") })
            rules.Check(
                day is null || (day >= First && day <= today.AddYears(MostYearsAhead)),
                field, "out_of_range", $"From {First:yyyy-MM-dd} to {MostYearsAhead} years from now.");
        return rules.Check(
            request.AvailableFrom is null || request.AvailableTo is null || request.AvailableTo >= request.AvailableFrom,
            "availableTo", "end_before_start", "It ends before it begins.");
    }

    /// <summary>Notes a decision without its day, and a day without a decision.</summary>
    public static Rules Anchoring(this Rules rules, OfferRequest request, DateOnly today) => rules
        .Required(
            request.Anchoring != PoliticalAnchoring.CouncilDecision || request.AnchoredOn is not null,
            "anchoredOn", "Say on which day the council decided.")
        .Check(
            request.AnchoredOn is null || request.Anchoring != PoliticalAnchoring.None,
            "anchoredOn", "no_decision", "Without a decision there is no day of it.")
        .Check(
            request.AnchoredOn is null || (request.AnchoredOn >= First && request.AnchoredOn <= today),
            "anchoredOn", "out_of_range", $"From {First:yyyy-MM-dd} to today.");

    /// <summary>Notes what is wrong with whom it would like to work with or not, and what it would like to learn.</summary>
    public static Rules Choices(this Rules rules, OfferRequest request, OfferReferences known)
    {
        var isHromada = known.Municipality?.Country == Country.Ua;
        foreach (var (codes, field) in new[] { (request.Wishes, "wishes"), (request.Vetoes, "vetoes"), (request.Learns, "learns") })
            rules
                .Check(!isHromada || codes is null or [], field, "only_for_suppliers", "A hromada says with its needs whom and what it looks for.")
                .Check(codes is null || codes.Count <= MostChoices, field, "too_many", $"At most {MostChoices}.");
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        rules.Hromadas(request.Wishes, "wishes", known, chosen).Hromadas(request.Vetoes, "vetoes", known, chosen);
        var learnt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, area) in (request.Learns ?? []).Take(MostChoices).Index())
            rules
                .Check(area is not null && known.Areas.Contains(area), $"learns[{i}]", "unknown_area", "No area has this code; see /api/v1/areas.")
                .Check(area is null || learnt.Add(area), $"learns[{i}]", "stands_twice", "This area stands twice.");
        return rules;
    }

    private static Rules Hromadas(this Rules rules, IReadOnlyList<string>? codes, string field, OfferReferences known, HashSet<string> chosen)
    {
        foreach (var (i, code) in (codes ?? []).Take(MostChoices).Index())
        {
            var fault = HromadaCode.FaultOf(code ?? "")
                ?? (known.Hromadas.Contains(code!) ? null : new CodeFault("unknown_municipality", "No municipality has this code."));
            rules
                .Check(fault is null, $"{field}[{i}]", fault?.Code ?? "", fault?.Message ?? "")
                .Check(fault is not null || chosen.Add(code!), $"{field}[{i}]", "stands_twice", "This hromada stands twice among wishes and vetoes.");
        }
        return rules;
    }
}

using System.Text.RegularExpressions;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What must hold of what a hromada may add to its need.</summary>
internal static partial class ParticularsRules
{
    private const int MostSecondaryAreas = 5;

    private const int MostPeople = 10_000_000;

    private const decimal Largest = 1_000_000_000;

    private const decimal DearestCost = 1_000_000_000_000;

    private static readonly string[] Currencies = ["UAH", "EUR", "USD", "NOK", "SEK", "DKK", "PLN", "GBP", "CHF"];

    /// <summary>The particulars of <paramref name="request"/>; notes every fault in <paramref name="rules"/>.</summary>
    public static NeedParticulars Take(Rules rules, NeedRequest request, bool byStaff, NeedSource? known) => new()
    {
        Kind = rules.Choice<NeedKind>(request.Kind, "kind"),
        SecondaryAreas = SecondaryAreas(rules, request),
        Translations = Translations(rules, request),
        PeopleAffected = People(rules, request.PeopleAffected),
        Quantity = Quantity(rules, request.Quantity),
        Readiness = ReadinessOf(rules, request),
        DreamId = request.DreamId,
        RdnaSector = rules.Choice<RdnaSector>(request.RdnaSector, "rdnaSector"),
        Cost = Cost(rules, request.Cost),
        Constraints = rules.Block(request.Constraints, "constraints", shortest: 1, longest: 2000),
        Wishes = rules.Block(request.Wishes, "wishes", shortest: 1, longest: 1000),
        Vetoes = rules.Block(request.Vetoes, "vetoes", shortest: 1, longest: 1000),
        Source = Source(rules, request, byStaff, known),
    };

    /// <summary>Whether a text has the form of an id of DREAM.</summary>
    public static bool IsDreamId(string text) => DreamId().IsMatch(text);

    /// <summary>That AUC called or came is for AUC to say; a hromada may leave it as AUC said it.</summary>
    private static NeedSource Source(Rules rules, NeedRequest request, bool byStaff, NeedSource? known)
    {
        var source = rules.Choice<NeedSource>(request.Source, "source") ?? known ?? (byStaff ? NeedSource.AucCall : NeedSource.Self);
        rules.Check(
            byStaff || source == known || source is not (NeedSource.AucCall or NeedSource.AucVisit),
            "source", "source_is_aucs", "Only AUC says that it called or came: use self, umbrella, import or dream.");
        return source;
    }

    /// <summary>The form of each; whether the directory knows them is asked by <see cref="NeedRules"/>.</summary>
    private static IReadOnlyList<string> SecondaryAreas(Rules rules, NeedRequest request)
    {
        var codes = request.SecondaryAreas ?? [];
        rules.Check(codes.Count <= MostSecondaryAreas, "secondaryAreas", "out_of_range", $"At most {MostSecondaryAreas} secondary areas.");
        // Nothing is looked up for a list that is refused as a whole.
        if (codes.Count > MostSecondaryAreas)
            return [];
        rules.Check(
            codes.Append(request.Area).Distinct(StringComparer.Ordinal).Count() == codes.Count + 1,
            "secondaryAreas", "stands_twice", "Name each area once, without the need's own.");
        for (var i = 0; i < codes.Count; i++)
            rules.Required(codes[i] is not null, $"secondaryAreas[{i}]", "Give the code of an area.");
        return [.. codes.OfType<string>()];
    }

    private static List<NeedTranslation> Translations(Rules rules, NeedRequest request)
    {
        if (request.Translations is not { } sent)
            return [];
        var translations = new List<NeedTranslation>();
        foreach (var (language, by, title) in new[]
            { ("nb", sent.Nb, request.Title?.Nb), ("uk", sent.Uk, request.Title?.Uk), ("en", sent.En, request.Title?.En) })
        {
            if (rules.Choice<TranslationBy>(by, $"translations.{language}") is not { } who)
                continue;
            rules.Check(title is not null, $"translations.{language}", "no_text", "There is no title in this language.");
            translations.Add(new NeedTranslation(language, who));
        }

        var titles = new[] { request.Title?.Nb, request.Title?.Uk, request.Title?.En }.Count(title => title is not null);
        rules.Check(
            translations.Count == 0 || translations.Count < titles,
            "translations", "no_original", "One language must be the original.");
        return translations;
    }

    private static PeopleAffected? People(Rules rules, PeopleRequest? sent)
    {
        if (sent is null or { Total: null, Idps: null, Children: null, Veterans: null })
            return null;
        foreach (var (name, number) in new[]
            { ("total", sent.Total), ("idps", sent.Idps), ("children", sent.Children), ("veterans", sent.Veterans) })
        {
            var field = $"peopleAffected.{name}";
            rules.Check(number is null or (>= 0 and <= MostPeople), field, "out_of_range", $"From 0 to {MostPeople} people.");
            rules.Check(number is null || sent.Total is null || number <= sent.Total, field, "part_over_whole", "A part is larger than the total.");
        }

        return new PeopleAffected(sent.Total, sent.Idps, sent.Children, sent.Veterans);
    }

    private static RequestedQuantity? Quantity(Rules rules, QuantityRequest? sent)
    {
        if (sent is null)
            return null;
        rules.Required(sent.Requested is not null, "quantity.requested", "Say how much.");
        rules.Check(sent.Requested is null or (> 0 and <= Largest), "quantity.requested", "out_of_range", $"More than 0, at most {Largest}.");
        var unit = rules.RequiredChoice<Unit>(sent.Unit, "quantity.unit");
        rules.Check(
            sent.Fulfilled is null || (sent.Fulfilled >= 0 && sent.Fulfilled <= (sent.Requested ?? Largest)),
            "quantity.fulfilled", "out_of_range", "From 0 to what is requested.");
        return new RequestedQuantity(sent.Requested ?? 0, unit, sent.Fulfilled);
    }

    private static Readiness? ReadinessOf(Rules rules, NeedRequest request)
    {
        var readiness = rules.Choice<Readiness>(request.Readiness, "readiness");
        rules.Required(readiness != Readiness.InDream || request.DreamId is not null, "dreamId", "Give the project's id in DREAM.");
        rules.Check(
            request.DreamId is null || IsDreamId(request.DreamId),
            "dreamId", "invalid_dream_id", "An id of DREAM is DREAM-UA-DDMMYY- and 8 capital letters or digits.");
        return readiness;
    }

    private static NeedCost? Cost(Rules rules, CostRequest? sent)
    {
        if (sent is null)
            return null;
        rules.Required(sent.Estimated is not null, "cost.estimated", "Give the estimate.");
        rules.Check(sent.Estimated is null or (> 0 and <= DearestCost), "cost.estimated", "out_of_range", $"More than 0, at most {DearestCost}.");
        rules.Required(sent.Currency is not null, "cost.currency", "A cost needs its currency.");
        rules.Check(
            sent.Currency is null || Currencies.Contains(sent.Currency, StringComparer.Ordinal),
            "cost.currency", "unknown_currency", $"Must be one of: {string.Join(", ", Currencies)}.");
        rules.Check(sent.OwnContribution is null or >= 0, "cost.ownContribution", "out_of_range", "From 0.");
        rules.Check(
            sent.OwnContribution is null || sent.Estimated is null || sent.OwnContribution <= sent.Estimated,
            "cost.ownContribution", "part_over_whole", "The own contribution is larger than the cost.");
        return new NeedCost(sent.Estimated ?? 0, sent.Currency ?? "", sent.OwnContribution);
    }

    [GeneratedRegex(@"^DREAM-UA-[0-9]{6}-[0-9A-Z]{8}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DreamId();
}

using System.Text.RegularExpressions;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Safety;

/// <summary>
/// How what must not be told looks in Ukrainian, Norwegian and English texts. Every repetition has an end, so that no text makes a
/// pattern slow; white space is single here (<see cref="PlainText"/>).
/// </summary>
internal static partial class SuspectPatterns
{
    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>
    /// A text of 4000 characters takes microseconds; a text made to be slow ends here, and a person looks at it. The clock on the wall
    /// counts, so there must be room for a machine that has much else to do: innocent texts must not be held up by it.
    /// </summary>
    private const int Patience = 10_000;

    /// <summary>The kinds that a text seems to contain.</summary>
    /// <param name="plain">The text as <see cref="PlainText"/> makes it.</param>
    /// <param name="nearInfrastructure">Whether this text or another one beside it names what must not be found on a map.</param>
    public static IEnumerable<FindingKind> In(string plain, bool nearInfrastructure)
    {
        if (WaysToReach.HaveTelephone(plain))
            yield return FindingKind.PhoneNumber;
        if (WaysToReach.HaveEmail(plain))
            yield return FindingKind.EmailAddress;
        if (HasTaxNumber(plain))
            yield return FindingKind.TaxNumber;
        if (Finds(Passport(), plain))
            yield return FindingKind.Passport;
        if (Finds(BankAccount(), plain))
            yield return FindingKind.BankAccount;
        if (Finds(Coordinates(), plain) || Finds(MapAddress(), plain))
            yield return FindingKind.Coordinates;
        if (nearInfrastructure && Finds(StreetAddress(), plain))
            yield return FindingKind.CriticalInfrastructureAddress;
        if (Finds(DeliveryWithTime(), plain) || Finds(Route(), plain))
            yield return FindingKind.DeliveryRoute;
    }

    /// <summary>Whether a text names what must not be found on a map.</summary>
    public static bool NamesInfrastructure(string plain) => Finds(Infrastructure(), plain);

    private static bool Finds(Regex pattern, string text) => Holds(() => pattern.IsMatch(text));

    private static bool HasTaxNumber(string text) => Holds(() =>
    {
        foreach (var match in TenDigits().EnumerateMatches(text))
            if (IsTaxNumber(text.AsSpan(match.Index, match.Length)))
                return true;
        return false;
    });

    /// <summary>Who cannot tell in time is not believed to be innocent.</summary>
    private static bool Holds(Func<bool> look)
    {
        try
        {
            return look();
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>The check digit of the RNOKPP: weights -1 5 7 9 4 6 10 5 7, modulo 11, modulo 10.</summary>
    private static bool IsTaxNumber(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<int> weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * (digits[i] - '0');
        return ((((sum % 11) + 11) % 11) % 10) == digits[9] - '0';
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,-])[1-9][0-9]{9}(?![\p{L}\d])", Usual, Patience)]
    private static partial Regex TenDigits();

    [GeneratedRegex(
        @"(?<!\p{L})[А-ЩЬЮЯІЇЄҐ]{2}\s?(?:No)?\s?[0-9]{6}(?![0-9])|(?:(?i:паспорт|посвідченн|passport|id-карт|id card)\P{N}{0,40})[0-9]{6,9}(?![0-9])",
        RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Passport();

    [GeneratedRegex(@"(?<!\p{L})(?:UA[0-9]{2}\s?(?:[0-9]\s?){25}|NO[0-9]{2}\s?(?:[0-9]\s?){11})(?![0-9])", Usual, Patience)]
    private static partial Regex BankAccount();

    [GeneratedRegex(
        @"(?<![\d.,])(?:4[4-9]|5[0-2])[.,]\d{3,}\s?°?\s?[NП]?[,;/\s]{1,5}(?:2[2-9]|3\d|40)[.,]\d{3,}|\d{1,2}\s?°\s?\d{1,2}\s?['′’]|(?<!\w)3[4-7][TU]\s?[A-Z]{2}\s?(?:\d{4,5}\s?){2}(?!\d)",
        Usual, Patience)]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"maps\.app\.goo\.gl|google\.[a-z.]{1,20}/maps|maps\.google|goo\.gl/maps|openstreetmap\.org/|what3words|maps\.apple", Usual, Patience)]
    private static partial Regex MapAddress();

    [GeneratedRegex(
        @"підстанц|котельн|насосн|водозаб|водоканал|водонапірн|(?<!\p{L})(?:ТЕЦ|ТЕС|ГЕС|АЕС)(?!\p{L})|електростанц|теплопункт|лікарн|укритт|сховищ|ДСНС|пожежн|вузл\w{0,5} зв|substation|boiler|pumping station|water intake|power plant|transformer|hospital|shelter|fire station|heating plant|transformator|kraftverk|sykehus|tilfluktsrom|pumpestasjon|varmesentral|brannstasjon|vannverk",
        Usual, Patience)]
    private static partial Regex Infrastructure();

    [GeneratedRegex(
        @"(?<!\p{L})(?:вул\.|вулиц\w{0,5}|просп\.|проспект\w{0,5}|пров\.|провул\w{0,5}|бульвар\w{0,5}|бул\.|площ[аіу]|шосе)\s?[\p{L}’'. -]{2,40}?,?\s?(?:буд\.?\s?)?\d{1,4}|\d{1,4},?\s(?:\p{L}{1,30}\s){1,3}(?:street|st\.|avenue|road)|\p{L}{3,30}\s(?:street|avenue|road),?\s\d{1,4}|\p{L}{2,30}(?:gata|gate|veien|vegen)\s\d{1,4}",
        Usual, Patience)]
    private static partial Regex StreetAddress();

    [GeneratedRegex(
        @"(?<!\p{L})(?:колон\w{0,5}|конво\w{0,5}|вантаж\w{0,10}|доставк\w{0,5}|гуманітарн\w{0,5} допомог\w{0,5}|convoy|delivery|shipment|truck\w{0,5}|konvoi|transport\w{0,10}|leverans\w{0,10}|levering\w{0,10}).{0,120}?(?<![\d.])(?:\d{1,2}:\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{4}-\d{2}-\d{2})(?!\d)",
        Usual, Patience)]
    private static partial Regex DeliveryWithTime();

    [GeneratedRegex(
        @"(?<!\p{L})(?:маршрут\w{0,5}\s(?:колон|конво|доставк|руху|перевез)|delivery route|route of (?:the )?(?:convoy|delivery)|leveringsrute|kjørerute)",
        Usual, Patience)]
    private static partial Regex Route();
}

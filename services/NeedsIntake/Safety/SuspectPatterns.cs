using System.Text;
using System.Text.RegularExpressions;

namespace Kommunebro.NeedsIntake.Safety;

/// <summary>How what must not be told looks in Ukrainian, Norwegian and English texts.</summary>
internal static partial class SuspectPatterns
{
    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>A text of 4000 characters takes microseconds; a text made to be slow ends here.</summary>
    private const int Patience = 5000;

    /// <summary>The kinds that <paramref name="text"/> seems to contain.</summary>
    public static IEnumerable<FindingKind> In(string text)
    {
        // Full-width digits and the like read as the usual ones.
        var plain = text.Normalize(NormalizationForm.FormKC);
        if (Phone().IsMatch(plain))
            yield return FindingKind.PhoneNumber;
        if (Email().IsMatch(plain))
            yield return FindingKind.EmailAddress;
        if (TenDigits().EnumerateMatches(plain) is var numbers && HasTaxNumber(plain, numbers))
            yield return FindingKind.TaxNumber;
        if (Passport().IsMatch(plain))
            yield return FindingKind.Passport;
        if (BankAccount().IsMatch(plain))
            yield return FindingKind.BankAccount;
        if (Coordinates().IsMatch(plain) || MapAddress().IsMatch(plain))
            yield return FindingKind.Coordinates;
        if (Infrastructure().IsMatch(plain) && StreetAddress().IsMatch(plain))
            yield return FindingKind.CriticalInfrastructureAddress;
        if (DeliveryWithTime().IsMatch(plain) || Route().IsMatch(plain))
            yield return FindingKind.DeliveryRoute;
    }

    private static bool HasTaxNumber(string text, Regex.ValueMatchEnumerator numbers)
    {
        foreach (var match in numbers)
            if (IsTaxNumber(text.AsSpan(match.Index, match.Length)))
                return true;
        return false;
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

    [GeneratedRegex(
        @"(?<!\d)(?:\+\s?\d{1,3}[\s().-]*\d(?:[\s().-]*\d){6,11}|\(?0\d{2}\)?[\s.-]*\d{3}[\s.-]*\d{2}[\s.-]*\d{2})(?!\d)|(?:tlf|telefon|mobil|phone|тел|моб)\w*\.?\s*:?\s*\(?\d(?:[\s().-]*\d){6,11}(?!\d)",
        Usual, Patience)]
    private static partial Regex Phone();

    [GeneratedRegex(@"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", Usual, Patience)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\p{L}\d.,-])[1-9][0-9]{9}(?![\p{L}\d])", Usual, Patience)]
    private static partial Regex TenDigits();

    [GeneratedRegex(
        @"(?<!\p{L})[А-ЩЬЮЯІЇЄҐ]{2}\s?№?\s?[0-9]{6}(?![0-9])|(?:(?:паспорт|посвідченн|passport|id-карт|id card)\P{N}{0,40})[0-9]{6,9}(?![0-9])",
        RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Passport();

    [GeneratedRegex(@"(?<!\p{L})(?:UA[0-9]{2}\s?(?:[0-9]\s?){25}|NO[0-9]{2}\s?(?:[0-9]\s?){11})(?![0-9])", Usual, Patience)]
    private static partial Regex BankAccount();

    [GeneratedRegex(
        @"(?<![\d.,])(?:4[4-9]|5[0-2])[.,]\d{3,}\s*°?\s*[NП]?[,;/\s]+(?:2[2-9]|3\d|40)[.,]\d{3,}|\d{1,2}\s*°\s*\d{1,2}\s*['′’]|(?<!\w)3[4-7][TU]\s?[A-Z]{2}\s?(?:\d{4,5}\s?){2}(?!\d)",
        Usual, Patience)]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"maps\.app\.goo\.gl|google\.[a-z.]+/maps|maps\.google|goo\.gl/maps|openstreetmap\.org/|what3words|maps\.apple", Usual, Patience)]
    private static partial Regex MapAddress();

    [GeneratedRegex(
        @"підстанц|котельн|насосн|водозаб|водоканал|водонапірн|(?<!\p{L})(?:ТЕЦ|ТЕС|ГЕС|АЕС)(?!\p{L})|електростанц|теплопункт|лікарн|укритт|сховищ|ДСНС|пожежн|вузл\w* зв|substation|boiler|pumping station|water intake|power plant|transformer|hospital|shelter|fire station|heating plant|transformator|kraftverk|sykehus|tilfluktsrom|pumpestasjon|varmesentral|brannstasjon|vannverk",
        Usual, Patience)]
    private static partial Regex Infrastructure();

    [GeneratedRegex(
        @"(?<!\p{L})(?:вул\.|вулиц\w*|просп\.|проспект\w*|пров\.|провул\w*|бульвар\w*|бул\.|площ[аіу]|шосе)\s*[\p{L}’'. -]{2,40}?,?\s*(?:буд\.?\s*)?\d{1,4}|\d{1,4},?\s+(?:\p{L}+\s){1,3}(?:street|st\.|avenue|road)|\p{L}{3,30}\s(?:street|avenue|road),?\s+\d{1,4}|\p{L}{2,30}(?:gata|gate|veien|vegen)\s\d{1,4}",
        Usual, Patience)]
    private static partial Regex StreetAddress();

    [GeneratedRegex(
        @"(?<!\p{L})(?:колон\w*|конво\w*|вантаж\w*|доставк\w*|гуманітарн\w* допомог\w*|convoy|delivery|shipment|truck\w*|konvoi|transport\w*|leverans\w*|levering\w*)(?:.|\n){0,120}?(?<![\d.])(?:\d{1,2}:\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{4}-\d{2}-\d{2})(?!\d)",
        Usual, Patience)]
    private static partial Regex DeliveryWithTime();

    [GeneratedRegex(
        @"(?<!\p{L})(?:маршрут\w*\s(?:колон|конво|доставк|руху|перевез)|delivery route|route of (?:the )?(?:convoy|delivery)|leveringsrute|kjørerute)",
        Usual, Patience)]
    private static partial Regex Route();
}

using System.Globalization;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>What the public API of DREAM says of an idea (GET /marketplace/public/dream/ideas/{id}); what is not understood is left out.</summary>
/// <param name="DreamId">The public id.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="MunicipalityCode">The hromada in which its first location lies.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">Its description.</param>
/// <param name="Status">Its status.</param>
/// <param name="Purpose">Its purpose.</param>
/// <param name="RdnaCodes">Its classifications of the scheme WB-RDNA.</param>
/// <param name="Edrpou">Its parties' identifiers of the scheme UA-EDR.</param>
/// <param name="Idps">Its metric numberOfIDP.</param>
internal sealed record DreamRecord(
    string DreamId,
    DateTimeOffset UpdatedAt,
    string? MunicipalityCode,
    LocalizedText Title,
    LocalizedText? Description,
    string Status,
    string? Purpose,
    IReadOnlyList<string> RdnaCodes,
    IReadOnlyList<string> Edrpou,
    int? Idps)
{
    private const int LongestText = 4_000;

    /// <summary>The record; null when it has no id or no title.</summary>
    /// <param name="detail">The answer.</param>
    /// <param name="updatedAt">When the feed says that it changed; null to go by the answer.</param>
    /// <param name="now">When it changed if nobody says it.</param>
    /// <param name="hromadaOf">The code of the hromada of a KATOTTG code of any level below it; null when none is known.</param>
    /// <exception cref="Refusal">not_a_dream_idea.</exception>
    public static DreamRecord? Of(JsonObject? detail, DateTimeOffset? updatedAt, DateTimeOffset now, Func<string, string?> hromadaOf)
    {
        try
        {
            return detail is null ? null : Read(detail, updatedAt ?? DreamTime.Of(detail) ?? now, hromadaOf);
        }
        // JSON may have a name twice, or half a character; that is told only when it is looked at.
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException)
        {
            throw NoIdea("It has a name twice, or a text that ends in the midst of a character.");
        }
    }

    /// <summary>What was brought is no idea that can be kept.</summary>
    public static Refusal NoIdea(string why) => new(RefusalKind.Invalid, "not_a_dream_idea", why, "internal.code");

    private static DreamRecord? Read(JsonObject detail, DateTimeOffset updatedAt, Func<string, string?> hromadaOf)
    {
        var (own, said) = (detail["internal"] as JsonObject, detail["cdu_response"] as JsonObject);
        if (TextOf(own?["code"]) is not { } id || said is null || Texts(said["title"]) is not { } title)
            return null;
        // A need takes over the id, and knows no other form.
        if (!ParticularsRules.IsDreamId(id))
            throw NoIdea("Its internal.code has not the form DREAM-UA-DDMMYY-XXXXXXXX.");
        var objects = Objects(said).ToList();
        return new DreamRecord(
            id,
            updatedAt,
            objects.SelectMany(Locations).Select(hromadaOf).FirstOrDefault(code => code is not null),
            title,
            Texts(said["description"]),
            StatusOf(TextOf(own?["status"]) ?? TextOf(said["status"]) ?? ""),
            TextOf(said["purpose"]),
            Coded(objects, "WB-RDNA"),
            Coded(objects, "UA-EDR"),
            objects.Select(IdpsOf).FirstOrDefault(number => number is not null));
    }

    /// <summary>A text in its languages: an array of {lang, translation}.</summary>
    private static LocalizedText? Texts(JsonNode? node)
    {
        var said = (node as JsonArray ?? []).OfType<JsonObject>()
            .Select(one => (Language: TextOf(one["lang"]), Text: TextOf(one["translation"]))).ToList();
        string? In(string language) => said.Find(one => one.Language == language).Text;
        return (In("uk"), In("en")) is (null, null) ? null : new LocalizedText(null, In("uk"), In("en"));
    }

    /// <summary>KATOTTG codes of the gazetteer UA-CATOTTG; the old UA-COATU has no table here.</summary>
    private static IEnumerable<string> Locations(JsonObject place) =>
        place["gazetteer"] is JsonObject gazetteer && TextOf(gazetteer["scheme"]) == "UA-CATOTTG"
            ? (gazetteer["identifiers"] as JsonArray ?? []).Select(TextOf).OfType<string>()
            : [];

    /// <summary>The ids of all {scheme, id} of a scheme, wherever they stand: classifications, parties, their identifiers.</summary>
    private static List<string> Coded(IEnumerable<JsonObject> objects, string scheme) =>
    [
        .. objects.Where(one => TextOf(one["scheme"]) == scheme).Select(one => TextOf(one["id"])).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The status alone: the answers have its details after a colon, as in pending:defined.</summary>
    private static string StatusOf(string said) => said.Split(':')[0];

    /// <summary>The metric numberOfIDP: as a field, as {id, value}, or as {characteristic, basicValue}, its value a number or a text.</summary>
    private static int? IdpsOf(JsonObject metric)
    {
        var value = metric["numberOfIDP"]
            ?? (TextOf(metric["id"]) == "numberOfIDP" ? metric["value"] ?? metric["measure"] : null)
            ?? (TextOf(metric["characteristic"]) == "numberOfIDP" ? metric["basicValue"] : null);
        return int.TryParse(TextOf(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string? TextOf(JsonNode? node)
    {
        if (node is not JsonValue value || value.ToString().Trim() is not { Length: > 0 } text)
            return null;
        if (text.Contains('\0', StringComparison.Ordinal))
            throw NoIdea("A text has the character U+0000, which cannot be stored.");
        return text.Length <= LongestText ? text
            // Not in the midst of a character.
            : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(field => Objects(field.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };
}

using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Telling;

/// <summary>What all features put into gRPC messages in the same way: what does not apply is empty.</summary>
internal static class Wire
{
    /// <summary>The id that <paramref name="text"/> says; what is no id is an id of nothing.</summary>
    public static Guid Id(string text, Func<Refusal> unknown) => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : throw unknown();

    /// <summary>An id that may be left out; notes invalid_id.</summary>
    public static Guid? Id(Rules rules, string text, string field)
    {
        if (text.Length == 0)
            return null;
        var isId = Guid.TryParse(text, CultureInfo.InvariantCulture, out var id);
        rules.Check(isId, field, "invalid_id", "An id is a UUID.");
        return isId ? id : null;
    }

    /// <summary>A text that may be left out.</summary>
    public static string? Text(string text) => text.Length == 0 ? null : text;

    /// <summary>RFC 3339 in UTC.</summary>
    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "";

    /// <summary>ISO 8601.</summary>
    public static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A municipality.</summary>
    public static V1.Party Party(PartyCard card)
    {
        var party = new V1.Party
        {
            MunicipalityId = $"{card.MunicipalityId}",
            Code = card.Code,
            Name = card.Name,
            NameLanguage = card.NameLanguage,
            RegionCode = card.RegionCode,
            Region = card.Region,
            Category = card.Category is { } category ? WireName.Of(category) : "",
        };
        if (card is { Latitude: { } latitude, Longitude: { } longitude })
            (party.Latitude, party.Longitude) = (latitude, longitude);
        return party;
    }

    /// <summary>A need.</summary>
    public static V1.NeedSummary Need(NeedCard card) => new()
    {
        NeedId = $"{card.NeedId}",
        Hromada = Party(card.Hromada),
        Title = card.Title ?? "",
        AreaCode = card.Area.Code,
        Area = card.Area.Name,
        Urgency = card.Urgency,
        Illustrative = card.Illustrative,
        Masked = { card.Masked },
    };

    /// <summary>A criterion.</summary>
    public static V1.Criterion Criterion(CriterionView view) => new()
    {
        Code = view.Code,
        Name = view.Name,
        Points = view.Points,
        MaxPoints = view.MaxPoints,
        Missing = view.Missing,
        Reasons = { view.Reasons },
    };
}

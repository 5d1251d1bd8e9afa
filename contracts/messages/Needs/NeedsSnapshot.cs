using System.Globalization;
using Kommunebro.Contracts.Needs.V1;

namespace Kommunebro.Contracts.Needs;

/// <summary>The snapshot's items and the events say the same thing; this is the one translation between them.</summary>
public static class NeedsSnapshot
{
    /// <summary>The verified need as a snapshot item.</summary>
    public static VerifiedNeed ToSnapshot(this NeedVerified need)
    {
        var item = new VerifiedNeed
        {
            NeedId = need.NeedId.ToString(),
            Version = need.Version,
            MunicipalityId = need.MunicipalityId.ToString(),
            TitleNb = need.Title.Nb ?? "",
            TitleUk = need.Title.Uk ?? "",
            TitleEn = need.Title.En ?? "",
            AreaCode = need.AreaCode,
            Horizon = WireName.Of(need.Horizon),
            Urgency = need.Urgency,
            Sensitivity = WireName.Of(need.Sensitivity),
            ExpiresAt = need.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
            Illustrative = need.Illustrative,
        };
        item.DesiredModes.AddRange(need.DesiredModes.Select(WireName.Of));
        item.Languages.AddRange(need.Languages);
        if (need.PersonDays is { } days) item.PersonDays = days;
        if (need.EffortBand is { } band) item.EffortBand = WireName.Of(band);
        if (need.NeededBy is { } day) item.NeededBy = day.ToString("O", CultureInfo.InvariantCulture);
        return item;
    }

    /// <summary>The verified need as an event.</summary>
    public static NeedVerified ToMessage(this VerifiedNeed item) => new(
        Guid.Parse(item.NeedId),
        item.Version,
        Guid.Parse(item.MunicipalityId),
        new LocalizedText(NullIfEmpty(item.TitleNb), NullIfEmpty(item.TitleUk), NullIfEmpty(item.TitleEn)),
        item.AreaCode,
        WireName.Parse<Horizon>(item.Horizon),
        item.Urgency,
        [.. item.DesiredModes.Select(WireName.Parse<Mode>)],
        item.HasPersonDays ? item.PersonDays : null,
        item.HasEffortBand ? WireName.Parse<Band>(item.EffortBand) : null,
        [.. item.Languages],
        WireName.Parse<Sensitivity>(item.Sensitivity),
        item.HasNeededBy ? DateOnly.ParseExact(item.NeededBy, "O", CultureInfo.InvariantCulture) : null,
        DateTimeOffset.Parse(item.ExpiresAt, CultureInfo.InvariantCulture),
        item.Illustrative);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

using System.Globalization;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Contracts.Registry;

/// <summary>The snapshot's items and the events say the same thing; this is the one translation between them.</summary>
public static class RegistrySnapshot
{
    /// <summary>The area as a snapshot item.</summary>
    public static Area ToSnapshot(this AreaChanged area)
    {
        var item = new Area
        {
            Code = area.Code,
            Version = area.Version,
            Names = area.Names.ToSnapshot(),
            Broader = area.Broader,
            DeprecatedSince = ToText(area.DeprecatedSince),
            ReplacedBy = area.ReplacedBy ?? "",
        };
        item.DacCodes.AddRange(area.DacCodes);
        return item;
    }

    /// <summary>The area as an event.</summary>
    public static AreaChanged ToMessage(this Area area) =>
        new(area.Code, area.Version, ToText(area.Names), area.Broader, [.. area.DacCodes], ToDay(area.DeprecatedSince), NullIfEmpty(area.ReplacedBy));

    /// <summary>The municipality as a snapshot item.</summary>
    public static Municipality ToSnapshot(this MunicipalityChanged municipality)
    {
        var item = new Municipality
        {
            MunicipalityId = municipality.MunicipalityId.ToString(),
            Version = municipality.Version,
            Country = WireName.Of(municipality.Country),
            Kind = WireName.Of(municipality.Kind),
            Code = municipality.Code,
            Names = municipality.Names.ToSnapshot(),
            RegionCode = municipality.RegionCode,
            RegionNames = municipality.RegionNames.ToSnapshot(),
            TerritoryStatus = WireName.Of(municipality.TerritoryStatus),
            TerritoryCoverage = WireName.Of(municipality.TerritoryCoverage),
        };
        if (municipality.Population is { } population) item.Population = population;
        if (municipality.PopulationYear is { } year) item.PopulationYear = year;
        if (municipality.Latitude is { } latitude) item.Latitude = latitude;
        if (municipality.Longitude is { } longitude) item.Longitude = longitude;
        if (municipality.Category is { } category) item.Category = WireName.Of(category);
        return item;
    }

    /// <summary>The municipality as an event.</summary>
    public static MunicipalityChanged ToMessage(this Municipality item) => new(
        Guid.Parse(item.MunicipalityId),
        item.Version,
        WireName.Parse<Country>(item.Country),
        WireName.Parse<MunicipalityKind>(item.Kind),
        item.Code,
        ToText(item.Names),
        item.RegionCode,
        ToText(item.RegionNames),
        item.HasPopulation ? item.Population : null,
        item.HasPopulationYear ? item.PopulationYear : null,
        item.HasLatitude ? item.Latitude : null,
        item.HasLongitude ? item.Longitude : null,
        WireName.Parse<TerritoryStatus>(item.TerritoryStatus),
        WireName.Parse<TerritoryCoverage>(item.TerritoryCoverage),
        item.HasCategory ? WireName.Parse<ProgrammeCategory>(item.Category) : null);

    /// <summary>The offer as a snapshot item.</summary>
    public static Offer ToSnapshot(this OfferChanged offer)
    {
        var item = new Offer
        {
            OfferId = offer.OfferId.ToString(),
            Version = offer.Version,
            MunicipalityId = offer.MunicipalityId.ToString(),
            Available = offer.Available,
            MaxPartnerships = offer.MaxPartnerships,
            Travel = WireName.Of(offer.Travel),
            Illustrative = offer.Illustrative,
        };
        item.Areas.AddRange(offer.Areas.Select(ToSnapshot));
        item.Terms.AddRange(offer.Terms.Select(WireName.Of));
        item.Languages.AddRange(offer.Languages);
        if (offer.PersonDays is { } days) item.PersonDays = days;
        if (offer.CapacityBand is { } band) item.CapacityBand = WireName.Of(band);
        item.AvailableFrom = ToText(offer.AvailableFrom);
        item.AvailableTo = ToText(offer.AvailableTo);
        item.Wishes.AddRange(offer.Wishes ?? []);
        item.Vetoes.AddRange(offer.Vetoes ?? []);
        item.Learns.AddRange(offer.Learns ?? []);
        return item;
    }

    /// <summary>The offer as an event.</summary>
    public static OfferChanged ToMessage(this Offer item) => new(
        Guid.Parse(item.OfferId),
        item.Version,
        Guid.Parse(item.MunicipalityId),
        item.Available,
        [.. item.Areas.Select(area => new Registry.OfferedArea(
            area.AreaCode,
            area.Level,
            [.. area.Modes.Select(WireName.Parse<Mode>)],
            area.HasPersonDays ? area.PersonDays : null))],
        item.HasPersonDays ? item.PersonDays : null,
        item.HasCapacityBand ? WireName.Parse<Band>(item.CapacityBand) : null,
        [.. item.Terms.Select(WireName.Parse<Term>)],
        [.. item.Languages],
        item.MaxPartnerships,
        WireName.Parse<Travel>(item.Travel),
        item.Illustrative,
        ToDay(item.AvailableFrom),
        ToDay(item.AvailableTo),
        [.. item.Wishes],
        [.. item.Vetoes],
        [.. item.Learns]);

    /// <summary>The initiative as a snapshot item.</summary>
    public static HelpItem ToSnapshot(this InitiativeChanged initiative)
    {
        var item = new HelpItem { InitiativeId = initiative.InitiativeId.ToString(), Version = initiative.Version };
        if (initiative.Help is not { } help) return item;
        item.HromadaId = help.HromadaId.ToString();
        item.PartnerId = help.PartnerId?.ToString() ?? "";
        item.Kind = WireName.Of(help.Kind);
        item.Since = ToText(help.Since);
        item.Until = ToText(help.Until);
        return item;
    }

    /// <summary>The initiative as an event.</summary>
    public static InitiativeChanged ToMessage(this HelpItem item) => new(
        Guid.Parse(item.InitiativeId),
        item.Version,
        item.HromadaId.Length == 0
            ? null
            : new Help(
                Guid.Parse(item.HromadaId),
                item.PartnerId.Length == 0 ? null : Guid.Parse(item.PartnerId),
                WireName.Parse<InitiativeKind>(item.Kind),
                ToDay(item.Since),
                ToDay(item.Until)));

    private static V1.OfferedArea ToSnapshot(Registry.OfferedArea area)
    {
        var item = new V1.OfferedArea { AreaCode = area.AreaCode, Level = area.Level };
        item.Modes.AddRange(area.Modes.Select(WireName.Of));
        if (area.PersonDays is { } days) item.PersonDays = days;
        return item;
    }

    /// <summary>The text as protobuf says it: there, empty means not given.</summary>
    public static V1.LocalizedText ToSnapshot(this Contracts.LocalizedText text) =>
        new() { Nb = text.Nb ?? "", Uk = text.Uk ?? "", En = text.En ?? "" };

    private static Contracts.LocalizedText ToText(V1.LocalizedText text) =>
        new(NullIfEmpty(text.Nb), NullIfEmpty(text.Uk), NullIfEmpty(text.En));

    private static string ToText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? ToDay(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

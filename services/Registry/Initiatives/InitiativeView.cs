using Kommunebro.Contracts;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>An initiative as its reader may see it.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Hromada">Who is helped; null where masked.</param>
/// <param name="Oblast">Where that is.</param>
/// <param name="Partner">Who helps; null where masked.</param>
/// <param name="Kind">twin_town, cooperation, solidarity or project.</param>
/// <param name="Programme">Under whose roof it stands.</param>
/// <param name="Status">planned, cooperation_reported, agreement_reported, agreement_signed, ended or withdrawn.</param>
/// <param name="Helps">Whether the hromada is helped by it today; null where masked.</param>
/// <param name="Since">Its first day; null where not known or masked.</param>
/// <param name="Until">Its last day; null where none is known, or masked.</param>
/// <param name="Reference">What the programme calls it; null where it has no name, or masked.</param>
/// <param name="Source">Who says so; null where masked.</param>
/// <param name="Sensitivity">Who may see it.</param>
/// <param name="Origin">staff, partner or import.</param>
/// <param name="RecordedBy">The organisation that recorded it; null for staff and imports, or masked.</param>
/// <param name="RecordedAt">When the platform came to know it (UTC); null where masked.</param>
/// <param name="ChangedAt">When it was changed last (UTC); null where masked.</param>
/// <param name="Masked">The fields that are kept back; null in them does not mean unknown.</param>
/// <param name="Version">Raised with each change; the ETag.</param>
public sealed record InitiativeView(
    Guid Id,
    SideView? Hromada,
    RegionView Oblast,
    SideView? Partner,
    InitiativeKind Kind,
    InitiativeProgramme Programme,
    InitiativeStatus Status,
    bool? Helps,
    DateOnly? Since,
    DateOnly? Until,
    string? Reference,
    SourceView? Source,
    Sensitivity Sensitivity,
    InitiativeOrigin Origin,
    Guid? RecordedBy,
    DateTimeOffset? RecordedAt,
    DateTimeOffset? ChangedAt,
    IReadOnlyList<string> Masked,
    long Version)
{
    private static readonly IReadOnlyList<string> AboveOblast =
        ["hromada", "partner", "helps", "since", "until", "reference", "source", "recordedBy", "recordedAt", "changedAt"];

    /// <summary>All of it.</summary>
    /// <param name="row">The initiative and its sides.</param>
    /// <param name="helps">Whether it helps today.</param>
    /// <param name="language">nb, uk or en.</param>
    internal static InitiativeView Full(InitiativeRow row, bool helps, string language)
    {
        var (initiative, facts) = (row.Initiative, row.Initiative.Facts);
        return new InitiativeView(
            initiative.Id,
            SideView.Of(row.Hromada, language),
            RegionOf(row.Hromada, language),
            row.Partner is { } partner ? SideView.Of(partner, language) : new SideView(null, initiative.PartnerName!, initiative.PartnerCountry),
            facts.Kind,
            facts.Programme,
            facts.Status,
            helps,
            facts.Since,
            facts.Until,
            facts.Reference,
            new SourceView(facts.SourceName, facts.SourceAddress, facts.SourceDate),
            facts.Sensitivity,
            initiative.Origin,
            initiative.RecordedBy,
            initiative.RecordedAt,
            initiative.ChangedAt,
            [],
            initiative.Version);
    }

    /// <summary>What others are told of one in or near the war.</summary>
    internal static InitiativeView AtOblastLevel(InitiativeRow row, string language) => Full(row, helps: false, language) with
    {
        Hromada = null,
        Partner = null,
        // From day to day it would tell since and until.
        Helps = null,
        Since = null,
        Until = null,
        Reference = null,
        Source = null,
        RecordedBy = null,
        RecordedAt = null,
        ChangedAt = null,
        Masked = AboveOblast,
    };

    private static RegionView RegionOf(Municipality hromada, string language) =>
        new(hromada.Facts.RegionCode, hromada.Facts.RegionNames.In(language), hromada.Facts.RegionNames);
}

/// <summary>One of the two.</summary>
/// <param name="Code">Official code; null for an outside party.</param>
/// <param name="Name">In the reader's language; an outside party's as it was given.</param>
/// <param name="Country">ISO 3166-1 alpha-2 in small letters.</param>
public sealed record SideView(string? Code, string Name, string Country)
{
    internal static SideView Of(Municipality municipality, string language) =>
        new(municipality.Code, municipality.Facts.Names.In(language), EnumName.Of(municipality.Country));
}

/// <summary>Where a statement comes from.</summary>
/// <param name="Name">Who says so.</param>
/// <param name="Address">Where it is said.</param>
/// <param name="Date">The day on which it was said.</param>
public sealed record SourceView(string? Name, string? Address, DateOnly Date);

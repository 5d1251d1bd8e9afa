namespace Kommunebro.Registry.Municipalities;

/// <summary>What to look for; null means any.</summary>
/// <param name="Q">Part of a name in any language and spelling, or the beginning of a code; at most 200 characters.</param>
/// <param name="Country">no or ua.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Region">Fylkesnummer, or the oblast's two KATOTTG digits.</param>
/// <param name="Status">Territory status: none, possible_hostilities, active_hostilities, active_hostilities_services_on or occupied.</param>
/// <param name="Area">Code of an area of its available offer.</param>
/// <param name="MinLevel">The least level in that area, or in any: 1 to 4.</param>
/// <param name="FreeCapacity">True for those whose available offer has something free by matching's ledger, false for those of whose offer nothing is free.</param>
/// <param name="Helped">True for hromadas that somebody helps, false for those that nobody does, as far as the reader may know; partners need initiatives.read.</param>
/// <param name="Partner">Official code of who helps: the hromadas that it helps today by initiatives that the reader sees in full; partners need initiatives.read.</param>
/// <param name="Programme">Under whose roof: the hromadas that are helped today by such initiatives that the reader sees in full; partners need initiatives.read.</param>
public sealed record MunicipalityFilter(
    string? Q,
    string? Country,
    string? Kind,
    string? Region,
    string? Status,
    string? Area,
    int? MinLevel,
    bool? FreeCapacity,
    bool? Helped,
    string? Partner,
    string? Programme);

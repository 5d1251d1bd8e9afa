using System.Globalization;
using Kommunebro.Registry.Municipalities;

namespace Kommunebro.Registry.Registers;

/// <summary>Tells two descriptions of a municipality apart, field by field. Where it lies is told of no hromada in or near the war.</summary>
internal static class FactChanges
{
    private const string Place = "place";

    private static readonly (string Field, Func<MunicipalityFacts, object?> Value)[] Fields =
    [
        ("names", facts => Text(facts.Names)),
        ("region", facts => Text(facts.RegionNames)),
        ("organisationNumber", facts => facts.OrganisationNumber),
        ("population", facts => facts.Population is { } persons ? Text($"{persons} ({facts.PopulationYear})") : null),
        (Place, facts => facts.Latitude is { } latitude ? Text($"{latitude} {facts.Longitude}") : null),
    ];

    /// <summary>What differs from <paramref name="after"/>.</summary>
    public static IEnumerable<RegisterChange> Of(Municipality municipality, MunicipalityFacts after) =>
        from field in Fields
        let was = $"{field.Value(municipality.Facts)}"
        let becomes = $"{field.Value(after)}"
        where was != becomes
        let masked = field.Field == Place && MunicipalityMask.HidesPlace(municipality)
        select new RegisterChange(municipality.Code, field.Field, masked ? null : was, masked ? null : becomes);

    private static string Text(Contracts.LocalizedText names) => string.Join(" / ", new[] { names.Nb, names.Uk, names.En }.Where(name => name is not null).Distinct(StringComparer.Ordinal));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

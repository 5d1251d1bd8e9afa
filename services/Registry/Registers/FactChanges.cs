using System.Globalization;
using Kommunebro.Registry.Municipalities;

namespace Kommunebro.Registry.Registers;

/// <summary>Tells two descriptions of a municipality apart, field by field.</summary>
internal static class FactChanges
{
    private static readonly (string Field, Func<MunicipalityFacts, object?> Value)[] Fields =
    [
        ("names", facts => Text(facts.Names)),
        ("region", facts => Text(facts.RegionNames)),
        ("organisationNumber", facts => facts.OrganisationNumber),
        ("population", facts => facts.Population is { } persons ? Text($"{persons} ({facts.PopulationYear})") : null),
        ("place", facts => facts.Latitude is { } latitude ? Text($"{latitude} {facts.Longitude}") : null),
    ];

    /// <summary>What differs.</summary>
    public static IEnumerable<RegisterChange> Of(string code, MunicipalityFacts before, MunicipalityFacts after) =>
        from field in Fields
        let was = $"{field.Value(before)}"
        let becomes = $"{field.Value(after)}"
        where was != becomes
        select new RegisterChange(code, field.Field, was, becomes);

    private static string Text(Contracts.LocalizedText names) => string.Join(" / ", new[] { names.Nb, names.Uk, names.En }.Where(name => name is not null).Distinct(StringComparer.Ordinal));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

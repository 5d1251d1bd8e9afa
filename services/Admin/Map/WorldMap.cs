using System.Globalization;
using System.Text;

namespace Kommunebro.Admin.Map;

/// <summary>A country as it is drawn.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Path">The outline, as SVG writes paths.</param>
public sealed record DrawnCountry(string Code, string Path);

/// <summary>Europe's outlines, drawn once. The data are visionscarto's, which show Crimea as part of Ukraine.</summary>
public sealed class WorldMap
{
    private const double LeastStep = 0.8;

    private readonly Lazy<List<Country>> _countries = new(Read);

    private readonly Lazy<List<DrawnCountry>> _drawn;

    public WorldMap() => _drawn = new(() => [.. _countries.Value.Select(Draw).Where(country => country.Path.Length > 0)]);

    /// <summary>What lies in the frame.</summary>
    public IReadOnlyList<DrawnCountry> Countries => _drawn.Value;

    /// <summary>The code of the country in which a place lies; null for the sea.</summary>
    public string? CountryAt(double latitude, double longitude) =>
        _countries.Value.Find(country => country.Contains(new Place(latitude, longitude)))?.Code;

    private static List<Country> Read()
    {
        using var file = typeof(WorldMap).Assembly.GetManifestResourceStream("map/world.json")!;
        return TopoJson.Countries(file);
    }

    private static DrawnCountry Draw(Country country)
    {
        var path = new StringBuilder();
        foreach (var ring in country.Rings)
        {
            var inside = Frame.Europe.Clip([.. ring.Select(place => Projection.Project(place.Latitude, place.Longitude))]);
            if (inside.Count >= 3)
                Append(path, inside);
        }

        return new DrawnCountry(country.Code, path.ToString());
    }

    private static void Append(StringBuilder path, List<MapPoint> ring)
    {
        var last = ring[0];
        path.Append(CultureInfo.InvariantCulture, $"M{last.X:0.#} {last.Y:0.#}");
        foreach (var point in ring.Skip(1).Where(point => Math.Abs(point.X - last.X) + Math.Abs(point.Y - last.Y) >= LeastStep))
        {
            path.Append(CultureInfo.InvariantCulture, $"L{point.X:0.#} {point.Y:0.#}");
            last = point;
        }

        path.Append('Z');
    }
}

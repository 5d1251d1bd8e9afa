using System.Runtime.InteropServices;
using System.Text.Json;

namespace Kommunebro.Admin.Map;

/// <summary>A place in degrees.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(double Latitude, double Longitude);

/// <summary>A country's outline: rings, of which those inside of others are holes.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Rings">Closed rings.</param>
public sealed record Country(string Code, IReadOnlyList<List<Place>> Rings)
{
    /// <summary>Whether a place lies in the country: an odd number of borders to its east.</summary>
    public bool Contains(Place place) => Rings.Sum(ring => Crossings(ring, place)) % 2 == 1;

    private static int Crossings(List<Place> ring, Place place)
    {
        var count = 0;
        for (var at = 0; at < ring.Count; at++)
        {
            var (a, b) = (ring[at], ring[at == 0 ? ring.Count - 1 : at - 1]);
            if (a.Latitude > place.Latitude != b.Latitude > place.Latitude
                && place.Longitude < ((b.Longitude - a.Longitude) * (place.Latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude)
                count++;
        }

        return count;
    }
}

/// <summary>Reads countries from TopoJSON: borders stand in it once, as arcs of differences that rings put together.</summary>
internal static class TopoJson
{
    public static List<Country> Countries(Stream file)
    {
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement;
        var arcs = Arcs(root);
        return [.. root.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray()
            .Where(shape => shape.TryGetProperty("arcs", out _))
            .Select(shape => new Country(
                shape.GetProperty("properties").TryGetProperty("a3", out var code) ? code.GetString() ?? "" : "", [.. Rings(shape, arcs)]))];
    }

    private static List<List<Place>> Arcs(JsonElement root)
    {
        var transform = root.GetProperty("transform");
        var (scale, start) = (Pair(transform.GetProperty("scale")), Pair(transform.GetProperty("translate")));
        return [.. root.GetProperty("arcs").EnumerateArray().Select(arc =>
        {
            var (x, y) = (0.0, 0.0);
            return arc.EnumerateArray().Select(step =>
            {
                var (dx, dy) = Pair(step);
                (x, y) = (x + dx, y + dy);
                return new Place((y * scale.Y) + start.Y, (x * scale.X) + start.X);
            }).ToList();
        })];
    }

    private static IEnumerable<List<Place>> Rings(JsonElement shape, List<List<Place>> arcs)
    {
        var polygons = shape.GetProperty("type").GetString() == "MultiPolygon"
            ? shape.GetProperty("arcs").EnumerateArray().SelectMany(polygon => polygon.EnumerateArray())
            : shape.GetProperty("arcs").EnumerateArray();
        return polygons.Select(ring => ring.EnumerateArray().SelectMany(arc => Along(arcs, arc.GetInt32())).ToList());
    }

    /// <summary>A negative number is an arc walked backwards: ~n.</summary>
    private static IEnumerable<Place> Along(List<List<Place>> arcs, int arc) =>
        arc >= 0 ? arcs[arc].Skip(1) : Enumerable.Reverse(arcs[~arc]).Skip(1);

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());
}

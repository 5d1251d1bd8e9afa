using System.Text.Json;
using System.Text.Json.Nodes;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Exports;

/// <summary>Municipalities as GeoJSON (RFC 7946): points in WGS84, longitude first. What has no place, or whose place is masked, is an unlocated feature.</summary>
internal static class GeoJson
{
    public const string MediaType = "application/geo+json";

    public static byte[] Of(IReadOnlyList<MunicipalityView> views) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray([.. views.Select(FeatureOf)]),
        },
        ApiJson.Options);

    private static JsonObject FeatureOf(MunicipalityView view)
    {
        var properties = JsonSerializer.SerializeToNode(view, ApiJson.Options)!.AsObject();
        properties.Remove("latitude");
        properties.Remove("longitude");
        return new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = view.Code,
            ["geometry"] = view is { Longitude: { } east, Latitude: { } north }
                ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(east, north) }
                : null,
            ["properties"] = properties,
        };
    }
}

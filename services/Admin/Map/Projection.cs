using System.Runtime.InteropServices;

namespace Kommunebro.Admin.Map;

/// <summary>A point of the drawing; x to the right, y downwards.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapPoint(double X, double Y);

/// <summary>
/// Lambert's azimuthal equal-area projection on a sphere (Snyder, Map Projections: A Working Manual, 1987, eq. 24-2 to
/// 24-4), centred between Norway and Ukraine, so that neither is drawn larger than it is.
/// </summary>
public static class Projection
{
    private const double EarthRadiusKm = 6371;
    private const double KmPerUnit = 4;
    private static readonly double CentreLatitude = double.DegreesToRadians(58);
    private static readonly double CentreLongitude = double.DegreesToRadians(22);

    /// <summary>Projects a place given in degrees; one unit is 4 km at the centre.</summary>
    public static MapPoint Project(double latitude, double longitude)
    {
        var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(latitude));
        var (sinCentre, cosCentre) = Math.SinCos(CentreLatitude);
        var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(longitude) - CentreLongitude);
        // The place opposite the centre has no image; it is far outside of every drawing.
        var closeness = Math.Max(1 + (sinCentre * sinLat) + (cosCentre * cosLat * cosLon), 1e-9);
        var scale = Math.Sqrt(2 / closeness) * EarthRadiusKm / KmPerUnit;
        return new MapPoint(scale * cosLat * sinLon, -scale * ((cosCentre * sinLat) - (sinCentre * cosLat * cosLon)));
    }
}

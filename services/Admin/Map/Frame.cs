namespace Kommunebro.Admin.Map;

/// <summary>The part of the plane that is drawn.</summary>
public sealed record Frame(double Left, double Top, double Right, double Bottom)
{
    /// <summary>From the North Cape to Crimea, and from the Faroes to the Urals' foot.</summary>
    public static readonly Frame Europe = new(-330, -400, 400, 430);

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>Cuts a ring to the frame (Sutherland and Hodgman, 1974).</summary>
    public List<MapPoint> Clip(List<MapPoint> ring)
    {
        ring = Cut(ring, point => point.X - Left);
        ring = Cut(ring, point => Right - point.X);
        ring = Cut(ring, point => point.Y - Top);
        return Cut(ring, point => Bottom - point.Y);
    }

    /// <summary>Keeps what lies where <paramref name="inside"/> is not negative.</summary>
    private static List<MapPoint> Cut(List<MapPoint> ring, Func<MapPoint, double> inside)
    {
        var kept = new List<MapPoint>(ring.Count);
        for (var at = 0; at < ring.Count; at++)
        {
            var (point, before) = (ring[at], ring[at == 0 ? ring.Count - 1 : at - 1]);
            var (now, then) = (inside(point), inside(before));
            if (now < 0 != then < 0)
                kept.Add(new MapPoint(before.X + ((point.X - before.X) * then / (then - now)), before.Y + ((point.Y - before.Y) * then / (then - now))));
            if (now >= 0)
                kept.Add(point);
        }

        return kept;
    }
}

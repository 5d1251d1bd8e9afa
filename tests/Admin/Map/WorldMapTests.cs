using Kommunebro.Admin.Map;

namespace Kommunebro.Tests.Admin.Map;

/// <summary>The map says nothing wrong about borders, and draws the pairs.</summary>
public sealed class WorldMapTests
{
    private static readonly WorldMap World = new();

    [Theory]
    [InlineData("Simferopol", 44.95, 34.10, "UKR")]
    [InlineData("Sevastopol", 44.59, 33.53, "UKR")]
    [InlineData("Kerch", 45.34, 36.43, "UKR")]
    [InlineData("Donetsk", 48.00, 37.80, "UKR")]
    [InlineData("Luhansk", 48.57, 39.30, "UKR")]
    [InlineData("Kyiv", 50.45, 30.52, "UKR")]
    [InlineData("Oslo", 59.91, 10.75, "NOR")]
    [InlineData("Drammen", 59.74, 10.09, "NOR")]
    [InlineData("Warsaw", 52.23, 21.01, "POL")]
    public void A_town_lies_in_its_country(string town, double latitude, double longitude, string country) =>
        Assert.True(World.CountryAt(latitude, longitude) == country, $"{town} lies in {World.CountryAt(latitude, longitude) ?? "the sea"}.");

    [Fact]
    public void The_sea_is_no_country() => Assert.Null(World.CountryAt(57.5, 5.0));

    [Fact]
    public void The_drawing_is_small_and_has_both_countries()
    {
        Assert.Contains(World.Countries, country => country.Code == "NOR");
        Assert.Contains(World.Countries, country => country.Code == "UKR");
        Assert.InRange(World.Countries.Sum(country => country.Path.Length), 20_000, 150_000);
    }

    [Fact]
    public void The_centre_is_the_origin_and_areas_are_kept()
    {
        Assert.Equal(0, Projection.Project(58, 22).X, 6);
        Assert.Equal(0, Projection.Project(58, 22).Y, 6);
        // A square degree at 69° and one at 46° keep their true relation: the cosine of their latitudes.
        Assert.Equal(SquareDegree(69, 20) / SquareDegree(46, 34), Math.Cos(69.5 * Math.PI / 180) / Math.Cos(46.5 * Math.PI / 180), 3);
    }

    private static double SquareDegree(double latitude, double longitude)
    {
        MapPoint[] corners = [
            Projection.Project(latitude, longitude), Projection.Project(latitude, longitude + 1),
            Projection.Project(latitude + 1, longitude + 1), Projection.Project(latitude + 1, longitude),
        ];
        return Math.Abs(Enumerable.Range(0, 4).Sum(at => (corners[at].X * corners[(at + 1) % 4].Y) - (corners[(at + 1) % 4].X * corners[at].Y))) / 2;
    }
}

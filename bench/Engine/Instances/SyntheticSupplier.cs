using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Instances;

/// <summary>A supplier of the synthetic family.</summary>
/// <param name="People">Inhabitants.</param>
/// <param name="Days">Person-days.</param>
/// <param name="Languages">Languages, a bit each.</param>
/// <param name="Place">Where it lies, on a line from 0 to 1.</param>
/// <param name="Levels">Its level in each area, 1 to 4; 0 where it offers nothing.</param>
/// <param name="Limits">Its limit in each area; null where its capacity alone counts.</param>
internal sealed record SyntheticSupplier(double People, int Days, int Languages, double Place, int[] Levels, SyntheticLimit?[] Limits)
{
    private const int Large = 40_000;

    /// <summary>The most partnerships.</summary>
    public int Partnerships => People switch { < 3_000 => 1, < 10_000 => 2, < Large => 4, _ => 8 };

    /// <summary>The next supplier.</summary>
    public static SyntheticSupplier Draw(InstanceRandom random)
    {
        var people = Math.Exp(8.55 + 1.15 * random.Normal());
        var days = (int)Math.Clamp(120 * Math.Pow(people / 5000, 0.6) * Math.Exp(0.3 * random.Normal()), 20, 1500);
        var languages = 1 + (random.Uniform() < 0.3 ? 2 : 0) + (random.Uniform() < 0.15 ? 4 : 0);
        var place = random.Uniform();
        var (levels, limits) = (new int[SyntheticFamily.Areas], new SyntheticLimit?[SyntheticFamily.Areas]);
        for (var area = 0; area < SyntheticFamily.Areas; area++)
        {
            if (random.Uniform() >= 0.35 + (people > Large ? 0.3 : 0)) continue;
            levels[area] = 1 + random.Below(4);
            if (random.Uniform() < 0.5) limits[area] = new SyntheticLimit((int)(days * (0.3 + 0.5 * random.Uniform())));
        }
        return new SyntheticSupplier(people, days, languages, place, levels, limits);
    }

    /// <summary>Adds it and its limits.</summary>
    public void AddTo(ModelBuilder builder, bool hasPartnerships)
    {
        builder.AddSupplier(Days, hasPartnerships ? Partnerships : int.MaxValue);
        foreach (var limit in Limits.OfType<SyntheticLimit>()) limit.Position = builder.AddLimit(limit.Days);
    }

    /// <summary>What a hromada scores beside the area: a tie, a language, likeness in size, nearness.</summary>
    public int ScoreBeside(SyntheticHromada hromada, InstanceRandom random)
    {
        var tie = random.Uniform() < 0.01 ? 100 : 0;
        var language = (Languages & hromada.Languages) != 0 ? 60 : 0;
        var size = (int)(100 * Math.Max(0, 1 - Math.Abs(Math.Log(People / hromada.People)) / 3));
        var distance = (int)(60 * (1 - Math.Abs(Place - hromada.Place)));
        return tie + language + size + distance;
    }
}

/// <summary>The most person-days in an area, and where that stands in the model.</summary>
internal sealed record SyntheticLimit(int Days)
{
    /// <summary>The model's position.</summary>
    public int Position { get; set; }
}

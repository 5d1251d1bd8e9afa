using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Instances;

/// <summary>A need of the synthetic family.</summary>
/// <param name="Hromada">Position of its hromada.</param>
/// <param name="Area">Its area; the first are asked for most.</param>
/// <param name="Days">Person-days.</param>
/// <param name="Urgency">1 to 4.</param>
/// <param name="Weight">What a point of score is worth.</param>
internal sealed record SyntheticNeed(int Hromada, int Area, int Days, int Urgency, double Weight)
{
    /// <summary>As the model takes it: as a whole, by one supplier.</summary>
    public ModelNeed ForModel => new(Hromada, Share.Whole, 0, Share.Whole, IsShared: false, Critical: Urgency == 4);

    /// <summary>The next need.</summary>
    public static SyntheticNeed Draw(InstanceRandom random, int position, SyntheticHromada hromada)
    {
        var area = (int)(SyntheticFamily.Areas * Math.Pow(random.Uniform(), 1.5));
        var days = (int)Math.Clamp(Math.Exp(3.2 + 0.7 * random.Normal()), 5, 200);
        var urgency = 1 + random.Below(4);
        var weight = (0.4 + 0.3 * urgency) * (hromada.InWarZone ? 1.25 : 1) * Math.Sqrt(days / 25.0);
        return new SyntheticNeed(position, area, days, urgency, weight);
    }
}

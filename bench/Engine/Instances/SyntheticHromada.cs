using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Instances;

/// <summary>A hromada of the synthetic family.</summary>
/// <param name="Oblast">0 to 23; the first seven lie in the war zone.</param>
/// <param name="InWarZone">Whether it lies in the war zone.</param>
/// <param name="WithoutPartner">Whether nobody works with it yet.</param>
/// <param name="People">Inhabitants.</param>
/// <param name="Languages">Languages, a bit each.</param>
/// <param name="Place">Where it lies, on a line from 0 to 1.</param>
internal sealed record SyntheticHromada(int Oblast, bool InWarZone, bool WithoutPartner, double People, int Languages, double Place)
{
    /// <summary>As the model takes it.</summary>
    public ModelHromada ForModel => new(int.MaxValue, Oblast * 2 + (InWarZone ? 1 : 0), InWarZone, WithoutPartner);

    /// <summary>The next hromada.</summary>
    public static SyntheticHromada Draw(InstanceRandom random)
    {
        var oblast = random.Below(24);
        var inWarZone = oblast < 7 || random.Uniform() < 0.05;
        var withoutPartner = random.Uniform() >= 0.24;
        var people = Math.Exp(9 + 0.9 * random.Normal());
        var languages = (random.Uniform() < 0.5 ? 1 : 0) + (random.Uniform() < 0.2 ? 2 : 0) + (random.Uniform() < 0.1 ? 4 : 0);
        return new SyntheticHromada(oblast, inWarZone, withoutPartner, people, languages, random.Uniform());
    }
}

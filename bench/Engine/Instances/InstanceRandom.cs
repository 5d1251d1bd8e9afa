namespace Kommunebro.Bench.Engine.Instances;

/// <summary>The numbers of an instance: the same for the same seed (SplitMix64).</summary>
internal sealed class InstanceRandom(int seed)
{
    private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15 + 1;

    /// <summary>The next 64 bits.</summary>
    public ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 to 1, 1 not included.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>0 to <paramref name="end"/>, not included.</summary>
    public int Below(int end) => (int)(Bits() % (ulong)end);
}

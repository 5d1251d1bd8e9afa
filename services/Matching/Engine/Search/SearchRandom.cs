namespace Kommunebro.Matching.Engine;

/// <summary>Numbers that look random and are the same on every machine (SplitMix64; Steele, Lea and Flood, 2014).</summary>
internal sealed class SearchRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to <paramref name="end"/>, not included.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>0 to <paramref name="count"/> − 1 in a random order.</summary>
    public int[] Order(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            var j = Below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

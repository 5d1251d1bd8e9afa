namespace Kommunebro.Registry.OfficialCodes;

/// <summary>The level of a unit in KATOTTG.</summary>
public enum KatottgLevel
{
    /// <summary>An oblast, or a city on its level: Kyiv and Sevastopol.</summary>
    Oblast,

    /// <summary>A raion.</summary>
    Raion,

    /// <summary>A hromada.</summary>
    Hromada,

    /// <summary>A city, settlement or village.</summary>
    Settlement,

    /// <summary>A district of a city.</summary>
    District,
}

/// <summary>A unit of KATOTTG by its code, whose digits say in which others it lies: UA, oblast (2), raion (2), hromada (3), settlement (3), district (2), serial number (5).</summary>
public readonly record struct KatottgUnit
{
    private static readonly (KatottgLevel Level, int Start, int End)[] Digits =
    [
        (KatottgLevel.District, 12, 14), (KatottgLevel.Settlement, 9, 12), (KatottgLevel.Hromada, 6, 9), (KatottgLevel.Raion, 4, 6), (KatottgLevel.Oblast, 2, 4),
    ];

    /// <param name="code">A code that has the form of KATOTTG.</param>
    public KatottgUnit(string code)
    {
        Code = code;
        var (level, _, end) = Digits.FirstOrDefault(part => code[part.Start..part.End].Any(digit => digit != '0'), Digits[^1]);
        (Level, Stem) = (level, code[..end]);
    }

    /// <summary>The code.</summary>
    public string Code { get; }

    /// <summary>What it is.</summary>
    public KatottgLevel Level { get; }

    /// <summary>How the codes begin of all that lies in it.</summary>
    public string Stem { get; }

    /// <summary>Whether <paramref name="other"/> lies in it, or is it.</summary>
    public bool Contains(KatottgUnit other) => other.Code.StartsWith(Stem, StringComparison.Ordinal);
}

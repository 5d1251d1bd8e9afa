using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;

namespace Kommunebro.Registry.Areas;

/// <summary>A field in which municipalities help each other: one entry of the code list.</summary>
public sealed class Area
{
    private Area()
    {
    }

    /// <summary>Takes a new entry into the list.</summary>
    public Area(AreaEntry entry)
    {
        Code = entry.Code;
        Take(entry);
    }

    /// <summary>E.g. "WAT" or "HEA-D"; never changes and is never given to another area.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Raised with each change.</summary>
    public long Version { get; private set; }

    /// <summary>The name in the three languages.</summary>
    public LocalizedText Names { get; private set; } = null!;

    /// <summary>The broader group, e.g. "energy".</summary>
    public string Broader { get; private set; } = "";

    /// <summary>OECD DAC CRS purpose codes.</summary>
    public List<string> DacCodes { get; private set; } = [];

    /// <summary>What other lists call it.</summary>
    public AreaMapping Mapping { get; private set; } = null!;

    /// <summary>Since when no new offer and no new need names it; null while it is in use.</summary>
    public DateOnly? DeprecatedSince { get; private set; }

    /// <summary>The code of the area that took its place; null where none did.</summary>
    public string? ReplacedBy { get; private set; }

    /// <summary>Takes over what the list says now.</summary>
    /// <returns>Whether anything is different.</returns>
    public bool Update(AreaEntry entry)
    {
        if (Names == entry.Names && Broader == entry.Broader && DacCodes.SequenceEqual(entry.DacCodes)
            && (Mapping, DeprecatedSince, ReplacedBy) == (entry.Mapping, entry.DeprecatedSince, entry.ReplacedBy))
            return false;
        Take(entry);
        return true;
    }

    /// <summary>What the other services hear.</summary>
    public AreaChanged ToMessage() => new(Code, Version, Names, Broader, DacCodes, DeprecatedSince, ReplacedBy);

    private void Take(AreaEntry entry)
    {
        Names = entry.Names;
        Broader = entry.Broader;
        DacCodes = [.. entry.DacCodes];
        (Mapping, DeprecatedSince, ReplacedBy) = (entry.Mapping, entry.DeprecatedSince, entry.ReplacedBy);
        Version++;
    }
}

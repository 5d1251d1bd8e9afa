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

    /// <summary>Takes over what the list says now.</summary>
    /// <returns>Whether anything is different.</returns>
    public bool Update(AreaEntry entry)
    {
        if (Names == entry.Names && Broader == entry.Broader && DacCodes.SequenceEqual(entry.DacCodes))
            return false;
        Take(entry);
        return true;
    }

    /// <summary>What the other services hear.</summary>
    public AreaChanged ToMessage() => new(Code, Version, Names, Broader, DacCodes);

    private void Take(AreaEntry entry)
    {
        Names = entry.Names;
        Broader = entry.Broader;
        DacCodes = [.. entry.DacCodes];
        Version++;
    }
}

using Kommunebro.Contracts;
using Kommunebro.Matching.Inputs;

namespace Kommunebro.Matching.Telling;

/// <summary>A municipality of either country.</summary>
public sealed record StoredParty(Guid Id, string Code, LocalizedText Names, LocalizedText Region, ProgrammeCategory? Category)
{
    /// <summary>Keeps the municipality with <paramref name="id"/>.</summary>
    public static StoredParty Of(Guid id, LoadedProblem loaded)
    {
        var municipality = loaded.Municipalities[id];
        return new StoredParty(id, municipality.Code, municipality.Names, municipality.RegionNames, municipality.Category);
    }
}

using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Inputs;

namespace Kommunebro.Matching.Telling;

/// <summary>A municipality of either country.</summary>
public sealed record StoredParty(Guid Id, string Code, LocalizedText Names, LocalizedText Region, ProgrammeCategory? Category)
{
    /// <summary>Keeps the municipality with <paramref name="id"/>.</summary>
    public static StoredParty Of(Guid id, LoadedProblem loaded) => Of(loaded.Municipalities[id]);

    /// <summary>Keeps <paramref name="municipality"/>.</summary>
    public static StoredParty Of(MunicipalityChanged municipality) => new(
        municipality.MunicipalityId, municipality.Code, municipality.Names, municipality.RegionNames, municipality.Category);
}

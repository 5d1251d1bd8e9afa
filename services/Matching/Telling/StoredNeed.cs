using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Inputs;

namespace Kommunebro.Matching.Telling;

/// <summary>A need as it was when it was looked at.</summary>
public sealed record StoredNeed(
    Guid Id,
    StoredParty Hromada,
    LocalizedText Title,
    string AreaCode,
    int Urgency,
    Sensitivity Sensitivity,
    bool Illustrative,
    long Version)
{
    /// <summary>Keeps the need with <paramref name="id"/>.</summary>
    public static StoredNeed Of(Guid id, LoadedProblem loaded)
    {
        var need = loaded.Needs[id];
        return Of(need, loaded.Municipalities[need.MunicipalityId]);
    }

    /// <summary>Keeps <paramref name="need"/> of <paramref name="hromada"/>.</summary>
    public static StoredNeed Of(NeedVerified need, MunicipalityChanged hromada) => new(
        need.NeedId,
        StoredParty.Of(hromada),
        need.Title,
        need.AreaCode,
        need.Urgency,
        need.Sensitivity,
        need.Illustrative,
        need.Version);
}

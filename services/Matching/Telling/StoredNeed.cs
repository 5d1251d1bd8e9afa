using Kommunebro.Contracts;
using Kommunebro.Matching.Inputs;

namespace Kommunebro.Matching.Telling;

/// <summary>A need.</summary>
public sealed record StoredNeed(
    Guid Id, StoredParty Hromada, LocalizedText Title, string AreaCode, int Urgency, Sensitivity Sensitivity, bool Illustrative)
{
    /// <summary>Keeps the need with <paramref name="id"/>.</summary>
    public static StoredNeed Of(Guid id, LoadedProblem loaded)
    {
        var need = loaded.Needs[id];
        return new StoredNeed(
            id,
            StoredParty.Of(need.MunicipalityId, loaded),
            need.Title,
            need.AreaCode,
            need.Urgency,
            need.Sensitivity,
            need.Illustrative);
    }
}

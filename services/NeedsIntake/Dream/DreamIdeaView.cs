using Kommunebro.Contracts;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>An idea of DREAM that may become a need.</summary>
/// <param name="DreamId">DREAM-UA-DDMMYY-XXXXXXXX.</param>
/// <param name="Version">Rises with each change; the ETag, and what If-Match must say.</param>
/// <param name="State">waiting, taken or dismissed.</param>
/// <param name="UpdatedAt">When DREAM last changed it.</param>
/// <param name="Municipality">The hromada's KATOTTG code; null when DREAM says none that is known.</param>
/// <param name="Title">Its title, in Ukrainian and English as far as given.</param>
/// <param name="Description">Its description.</param>
/// <param name="Status">DREAM's status: pending, active, complete, cancelled, unsuccessful.</param>
/// <param name="Purpose">restoration or development.</param>
/// <param name="RdnaCodes">Codes of its sectors in the Rapid Damage and Needs Assessment (WB-RDNA).</param>
/// <param name="Edrpou">EDRPOU of its parties.</param>
/// <param name="Idps">How many internally displaced persons it concerns.</param>
/// <param name="NeedId">The need that it became.</param>
/// <param name="DismissalReason">Why it is none.</param>
public sealed record DreamIdeaView(
    string DreamId,
    long Version,
    DreamIdeaState State,
    DateTimeOffset UpdatedAt,
    string? Municipality,
    LocalizedText Title,
    LocalizedText? Description,
    string Status,
    string? Purpose,
    IReadOnlyList<string> RdnaCodes,
    IReadOnlyList<string> Edrpou,
    int? Idps,
    Guid? NeedId,
    string? DismissalReason)
{
    internal static DreamIdeaView Of(DreamIdea idea) => new(
        idea.DreamId, idea.Version, idea.State, idea.UpdatedAt, idea.MunicipalityCode, idea.Title, idea.Description, idea.Status,
        idea.Purpose, idea.RdnaCodes, idea.Edrpou, idea.Idps, idea.NeedId, idea.DismissalReason);
}

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>AUC's confirmation of a need.</summary>
/// <param name="Method">How AUC made sure.</param>
/// <param name="Evidence">Where the evidence is.</param>
/// <param name="PersonDays">The confirmed effort; null leaves it as the hromada gave it.</param>
/// <param name="Note">For staff.</param>
/// <param name="OnOccupiedTerritory">For whom, on wholly occupied territory.</param>
/// <param name="Validity">How long it holds.</param>
public sealed record Verification(
    VerificationMethod Method,
    IReadOnlyList<string> Evidence,
    int? PersonDays,
    string? Note,
    OccupiedTerritoryBasis? OnOccupiedTerritory,
    TimeSpan Validity);

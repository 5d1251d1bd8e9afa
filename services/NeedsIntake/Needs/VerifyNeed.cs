using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What AUC says when it verifies.</summary>
/// <param name="PersonDays">The confirmed effort, 1 to 20000; null leaves it as the hromada gave it.</param>
/// <param name="Note">How it was verified, at most 1000 characters; staff see it in the history.</param>
/// <param name="OnOccupiedTerritory">relocated_administration or displaced_residents; demanded when the hromada is wholly occupied.</param>
public sealed record VerifyRequest(int? PersonDays = null, string? Note = null, string? OnOccupiedTerritory = null);

/// <summary>AUC confirms a need; from now on it may be matched, for 180 days.</summary>
internal static class VerifyNeed
{
    /// <summary>
    /// POST /api/v1/needs/{id}/verify with If-Match: 200 with the need. 400 with everything that is wrong;
    /// 404 need_not_found; 409 already_verified, illegal_step or occupied_territory; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, VerifyRequest request, HttpContext http, NeedChange changes, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, cancellationToken));

    /// <summary>Confirms the need.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, VerifyRequest request, Action<long> requireVersion, NeedChange changes, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        NeedRules.CheckEffort(rules, request.PersonDays);
        var note = rules.Block(request.Note, "note", shortest: 1, longest: 1000);
        var basis = rules.Choice<OccupiedTerritoryBasis>(request.OnOccupiedTerritory, "onOccupiedTerritory");
        rules.Enforce();
        return changes.RunAsync(id, NeedStep.Verify, requireVersion, (need, hromada, now) =>
        {
            RequireDecision(hromada, basis);
            need.Verify(request.PersonDays, note, basis, now);
        }, cancellationToken);
    }

    /// <summary>Nothing of a wholly occupied hromada is verified in passing: a person must say for whom.</summary>
    private static void RequireDecision(KnownMunicipality hromada, OccupiedTerritoryBasis? basis)
    {
        if (hromada.IsWhollyOccupied && basis is null)
            throw new Refusal(
                RefusalKind.Conflict,
                "occupied_territory",
                "The hromada is wholly occupied. Say for whom this is opened: relocated_administration or displaced_residents.",
                "onOccupiedTerritory");
        if (!hromada.IsWhollyOccupied && basis is not null)
            throw new Refusal(
                RefusalKind.Invalid,
                "not_occupied_territory",
                "The hromada is not wholly occupied; leave this out.",
                "onOccupiedTerritory");
    }
}

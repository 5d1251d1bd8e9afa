using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What AUC says when it verifies.</summary>
/// <param name="PersonDays">The confirmed effort, 1 to 20000; null leaves it as the hromada gave it.</param>
/// <param name="Note">How it was verified, at most 1000 characters; staff see it in the history.</param>
/// <param name="OnOccupiedTerritory">relocated_administration or displaced_residents; demanded when the hromada is wholly occupied.</param>
/// <param name="Method">How AUC made sure: call, video_call, site_visit, document, register or partner_organisation.</param>
/// <param name="Evidence">Where the evidence is, at most 10 references of 3 to 300 characters; no names of people.</param>
/// <param name="ValidityDays">How long it holds, 30 to 365 days; 180 when not given.</param>
public sealed record VerifyRequest(
    int? PersonDays = null,
    string? Note = null,
    string? OnOccupiedTerritory = null,
    string? Method = null,
    IReadOnlyList<string?>? Evidence = null,
    int? ValidityDays = null);

/// <summary>AUC confirms a need; from now on it may be matched, as long as the verification holds.</summary>
internal static class VerifyNeed
{
    private const int ShortestDays = 30;

    private const int UsualDays = 180;

    private const int LongestDays = 365;

    private const int MostEvidence = 10;

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
        var verification = Take(request);
        return changes.RunAsync(id, NeedStep.Verify, requireVersion, (need, hromada, now) =>
        {
            RequireDecision(hromada, verification.OnOccupiedTerritory);
            need.Verify(verification, now);
        }, verification.Note, cancellationToken);
    }

    private static Verification Take(VerifyRequest request)
    {
        var rules = new Rules();
        NeedRules.CheckEffort(rules, request.PersonDays);
        rules.Check(
            request.ValidityDays is null or (>= ShortestDays and <= LongestDays),
            "validityDays", "out_of_range", $"From {ShortestDays} to {LongestDays} days.");
        var evidence = request.Evidence ?? [];
        rules.Check(evidence.Count <= MostEvidence, "evidence", "out_of_range", $"At most {MostEvidence} pieces of evidence.");
        var verification = new Verification(
            rules.RequiredChoice<VerificationMethod>(request.Method, "method"),
            [.. evidence.Select((piece, i) => rules.Line(piece ?? "", $"evidence[{i}]", longest: 300, shortest: 3)!)],
            request.PersonDays,
            rules.Block(request.Note, "note", shortest: 1, longest: 1000),
            rules.Choice<OccupiedTerritoryBasis>(request.OnOccupiedTerritory, "onOccupiedTerritory"),
            TimeSpan.FromDays(request.ValidityDays ?? UsualDays));
        rules.Enforce();
        return verification;
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

using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The hromada says its need anew, by itself or in answer to AUC's question.</summary>
internal static class ReviseNeed
{
    /// <summary>
    /// PUT /api/v1/needs/{id} with If-Match, while it is submitted, under review or returned: 200 with the need, which waits for AUC again.
    /// 400 as for a new need, or municipality_fixed; 404 need_not_found; 409 illegal_step; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id,
        NeedRequest request,
        HttpContext http,
        NeedRules rules,
        NeedChange changes,
        CancellationToken cancellationToken)
    {
        // First: of another's need nothing is told, not even what would be wrong with the request.
        var before = (await changes.RequireAsync(id, cancellationToken)).Statement;
        var (statement, hromada) = await rules.CheckAsync(request, cancellationToken, before.Particulars.Source, [before.AreaCode, .. before.Particulars.SecondaryAreas]);
        return NeedAnswer.Of(http, await changes.RunAsync(
            id,
            NeedStep.Revise,
            version => IfMatch.Require(http, version),
            (need, _, now) =>
            {
                if (need.MunicipalityId != hromada.Id)
                    throw new Refusal(
                        RefusalKind.Invalid, "municipality_fixed", "A need stays with its hromada; submit another one.", "municipality");
                need.Revise(statement, now);
            },
            words: null,
            cancellationToken));
    }
}

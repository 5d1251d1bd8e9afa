using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What all steps on a need have in common: find it, compare versions, do it, audit, save, answer.</summary>
internal sealed class NeedChange(NeedsIntakeDb db)
{
    /// <summary>Does <paramref name="change"/>, which may also enqueue, and stores all of it together.</summary>
    /// <exception cref="Refusal">Not found need_not_found; version required or mismatch; what <paramref name="change"/> refuses.</exception>
    public async Task<NeedView> RunAsync(
        HttpContext http, Guid id, NeedStep step, Action<Need, KnownMunicipality> change, CancellationToken cancellationToken)
    {
        var found = await db.Needs.Where(need => need.Id == id)
            .Join(db.Municipalities, need => need.MunicipalityId, known => known.Id, (need, known) => new { Need = need, Hromada = known })
            .SingleOrDefaultAsync(cancellationToken) ?? throw NotFound();
        var need = found.Need;
        IfMatch.Require(http, need.Version);
        var before = StateOf(need);
        change(need, found.Hromada);
        db.Audit($"need.{WireName.Of(step)}", "need", $"{need.Id}", before, StateOf(need));
        await db.SaveChangesAsync(cancellationToken);
        ETag.Set(http, need.Version);
        return NeedVisibility.Show(need, found.Hromada);
    }

    /// <summary>The need's whole state as it stands in the audit.</summary>
    public static object StateOf(Need need) => new
    {
        need.Version,
        need.Status,
        need.MunicipalityId,
        need.Statement,
        need.Question,
        need.VerifiedAt,
        need.ExpiresAt,
        need.VerificationNote,
        need.OnOccupiedTerritory,
        need.RejectionReason,
        need.RejectionText,
        need.WithdrawalReason,
    };

    /// <summary>The refusal of an id that no need has.</summary>
    public static Refusal NotFound() => Refusal.NotFound("need_not_found", "There is no such need.");
}

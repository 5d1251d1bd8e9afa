using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Attachments;

/// <summary>Who sees evidence: coordinators of KS and AUC, and partners that act for the hromada. For all others there is none.</summary>
internal sealed class AttachmentAccess(NeedsIntakeDb db, Caller caller, ActingFor<NeedsIntakeDb> acting)
{
    /// <summary>Passes when the caller may see the evidence of the need.</summary>
    /// <exception cref="Refusal">need_not_found.</exception>
    public async Task RequireAsync(Guid needId, CancellationToken cancellationToken)
    {
        var code = await db.Needs.Where(need => need.Id == needId)
            .Join(db.Municipalities, need => need.MunicipalityId, known => known.Id, (_, known) => known.Code)
            .SingleOrDefaultAsync(cancellationToken);
        if (code is null || !await IsOursAsync(code, cancellationToken))
            throw NeedChange.NotFound();
    }

    /// <summary>The attachment, if the caller may see it.</summary>
    /// <exception cref="Refusal">need_not_found, attachment_not_found.</exception>
    public async Task<Attachment> FindAsync(Guid needId, Guid id, CancellationToken cancellationToken)
    {
        await RequireAsync(needId, cancellationToken);
        return await db.Set<Attachment>().SingleOrDefaultAsync(attachment => attachment.Id == id && attachment.NeedId == needId, cancellationToken)
            ?? throw NotFound();
    }

    /// <summary>The refusal of an id that no attachment of the need has, also of one that has just been taken away.</summary>
    public static Refusal NotFound() => Refusal.NotFound("attachment_not_found", "The need has no such attachment.");

    private async Task<bool> IsOursAsync(string code, CancellationToken cancellationToken) => caller.Kind == CallerKind.Staff
        ? caller.HasAnyOf(StaffRole.Coordinators)
        : caller.Kind == CallerKind.Partner && await acting.IncludesAsync(code, cancellationToken);
}

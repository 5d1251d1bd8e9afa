using System.Text.Json;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Accounts;

/// <summary>What identity holds of a person (GDPR art. 15 and 20), for who asks what is held of them.</summary>
/// <param name="Account">As the administrator sees it.</param>
/// <param name="OutsideSubject">As the provider calls it at which it signs in; null for who has a password here.</param>
/// <param name="Audit">What it did here, and what was done to it; oldest first.</param>
public sealed record PersonalData(AccountView Account, string? OutsideSubject, IReadOnlyList<AuditEntry> Audit);

/// <summary>Gathers it.</summary>
internal sealed class ExportAccount(IdentityDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(ApiJson.Options)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As JSON.</summary>
    /// <exception cref="Refusal">account_not_found.</exception>
    public async Task<string> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw AccountChange.NotFound();
        var (subject, who) = ($"{id}", $"staff:{id}");
        var audit = await db.Set<AuditEntry>().AsNoTracking()
            .Where(row => row.Who == who || (row.SubjectType == "account" && row.SubjectId == subject))
            .OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return JsonSerializer.Serialize(new PersonalData(AccountView.Of(account, clock.GetUtcNow()), account.OutsideSubject, audit), Readable);
    }
}

using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Contacts;

/// <summary>What all changes of contacts have in common: which one, whether the caller may, the audit by ids alone.</summary>
public sealed class ContactChange(RegistryDb db, ActingFor<RegistryDb> acting)
{
    /// <summary>The municipality with <paramref name="code"/>, if the caller may see its contacts.</summary>
    /// <exception cref="Refusal">municipality_not_found, also for another organisation's.</exception>
    public async Task<Guid> MunicipalityAsync(string code, CancellationToken cancellationToken)
    {
        var id = await db.Municipalities.Where(m => m.Code == code).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } known && await acting.IncludesAsync(code, cancellationToken)
            ? known
            : throw Refusal.NotFound("municipality_not_found", "No municipality has this code.");
    }

    /// <summary>The contact with <paramref name="id"/> and its municipality's code.</summary>
    /// <exception cref="Refusal">contact_not_found, also for another organisation's.</exception>
    public async Task<(Contact Contact, string Municipality)> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from contact in db.Contacts
            join municipality in db.Municipalities on contact.MunicipalityId equals municipality.Id
            where contact.Id == id
            select new { contact, municipality.Code }).SingleOrDefaultAsync(cancellationToken);
        return found is not null && await acting.IncludesAsync(found.Code, cancellationToken)
            ? (found.contact, found.Code)
            : throw Refusal.NotFound("contact_not_found", "No contact has this id.");
    }

    /// <summary>Stores it with its audit, which tells of ids alone.</summary>
    /// <exception cref="Refusal">contact_exists.</exception>
    public async Task SaveAsync(string action, Contact contact, long? before, bool erased, CancellationToken cancellationToken)
    {
        db.Audit(
            action, "contact", contact.Id.ToString(),
            before is null ? null : new { contact.MunicipalityId, Version = before },
            erased ? null : new { contact.MunicipalityId, contact.Version });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.Violates(ContactMapping.UniqueEmail))
        {
            throw new Refusal(
                RefusalKind.Conflict, "contact_exists", "The municipality has a contact with this e-mail address; change that one.", "email");
        }
    }
}

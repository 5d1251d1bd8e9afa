using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Contacts;

/// <summary>Whom to reach in a municipality, oldest first.</summary>
public sealed class FindContacts(RegistryDb db, ContactChange change)
{
    /// <summary>The contacts of the municipality with <paramref name="code"/>.</summary>
    /// <exception cref="Refusal">municipality_not_found, also for another organisation's.</exception>
    public async Task<IReadOnlyList<ContactView>> RunAsync(string code, CancellationToken cancellationToken)
    {
        var municipality = await change.MunicipalityAsync(code, cancellationToken);
        var contacts = await Of(municipality).ToListAsync(cancellationToken);
        return contacts.ConvertAll(contact => ContactView.Of(contact, code));
    }

    /// <summary>One of them, as <see cref="RunAsync"/> shows it.</summary>
    /// <exception cref="Refusal">contact_not_found, also for another organisation's.</exception>
    public async Task<ContactView> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var (contact, municipality) = await change.FindAsync(id, cancellationToken);
        return ContactView.Of(contact, municipality);
    }

    /// <summary>The contacts of a municipality for readers who may see those of every one.</summary>
    internal IQueryable<Contact> Of(Guid municipalityId) =>
        db.Contacts.AsNoTracking().Where(contact => contact.MunicipalityId == municipalityId).OrderBy(contact => contact.Id);
}

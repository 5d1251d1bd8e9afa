using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Contacts;

/// <summary>Erases a person: the row goes, and nothing else had the values.</summary>
public sealed class EraseContact(RegistryDb db, ContactChange change)
{
    /// <summary>Erases the contact with <paramref name="id"/>; an expression of interest that named it stays without one.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it erases.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">contact_not_found, a version.</exception>
    public async Task RunAsync(Guid id, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var (contact, _) = await change.FindAsync(id, cancellationToken);
        requireVersion(contact.Version);
        db.Remove(contact);
        await change.SaveAsync("contact.erase", contact, contact.Version, erased: true, cancellationToken);
    }
}

using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Contacts;

/// <summary>Says all of a contact anew.</summary>
public sealed class ChangeContact(ContactChange change, TimeProvider clock)
{
    /// <summary>Changes the contact with <paramref name="id"/>.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="request">All of it.</param>
    /// <param name="requireVersion">Throws unless the caller knows the version that it gets.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Refusal">contact_not_found, a version, fields, contact_exists.</exception>
    public async Task<ContactView> RunAsync(
        Guid id, ContactRequest request, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var (contact, municipality) = await change.FindAsync(id, cancellationToken);
        var seen = contact.Version;
        requireVersion(seen);
        ContactRules.Enforce(request);
        contact.Change(request.ToInput(), clock.Now());
        await change.SaveAsync("contact.change", contact, seen, erased: false, cancellationToken);
        return ContactView.Of(contact, municipality);
    }
}

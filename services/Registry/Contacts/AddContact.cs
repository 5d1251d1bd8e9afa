using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Contacts;

/// <summary>Takes down whom to reach in a municipality.</summary>
public sealed class AddContact(RegistryDb db, ContactChange change, TimeProvider clock)
{
    /// <summary>Adds a contact to the municipality with <paramref name="code"/>.</summary>
    /// <exception cref="Refusal">Fields, municipality_not_found, contact_exists.</exception>
    public async Task<ContactReceipt> RunAsync(string code, ContactRequest request, CancellationToken cancellationToken)
    {
        var municipality = await change.MunicipalityAsync(code, cancellationToken);
        ContactRules.Enforce(request);
        var contact = new Contact(municipality, request.ToInput(), consented: true, clock.Now());
        db.Add(contact);
        await change.SaveAsync("contact.add", contact, before: null, erased: false, cancellationToken);
        return new ContactReceipt(contact.Id, code, contact.Version);
    }
}

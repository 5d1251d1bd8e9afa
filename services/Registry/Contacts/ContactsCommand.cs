using System.Text.Encodings.Web;
using System.Text.Json;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Contacts;

/// <summary>Keeps the rights of a person who is a contact, wherever it is one: to know what is held, and to be erased.</summary>
internal sealed class ContactsCommand(RegistryDb db, AuditActor actor) : IServiceCommand
{
    private static readonly JsonSerializerOptions Readable = new(ApiJson.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc />
    public string Name => "contacts";

    /// <inheritdoc />
    public string Help => "export EMAIL | erase EMAIL   tell as JSON all that is held of the person with this address, or erase it";

    /// <inheritdoc />
    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is not [("export" or "erase") and var verb, { Length: > 0 } email])
        {
            await output.WriteLineAsync($"Usage: {Name} {Help}");
            return 2;
        }

        actor.Who = $"registry contacts {verb}";
        var key = Contact.KeyOf(email.Trim());
        var found = await db.Contacts.Where(contact => contact.EmailKey == key).OrderBy(contact => contact.Id).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            await output.WriteLineAsync("No contact has this address. [contact_not_found]");
            return 1;
        }

        await (verb == "export" ? ExportAsync(found, output, cancellationToken) : EraseAsync(found, output, cancellationToken));
        return 0;
    }

    private async Task ExportAsync(List<Contact> found, TextWriter output, CancellationToken cancellationToken)
    {
        var places = found.ConvertAll(contact => contact.MunicipalityId);
        var codes = await db.Municipalities.Where(place => places.Contains(place.Id))
            .ToDictionaryAsync(place => place.Id, place => place.Code, cancellationToken);
        var views = found.ConvertAll(contact => ContactView.Of(contact, codes[contact.MunicipalityId]));
        await output.WriteLineAsync(JsonSerializer.Serialize(views, Readable));
    }

    private async Task EraseAsync(List<Contact> found, TextWriter output, CancellationToken cancellationToken)
    {
        db.RemoveRange(found);
        foreach (var contact in found)
            db.Audit("contact.erase", "contact", $"{contact.Id}", new { contact.MunicipalityId, contact.Version }, after: null);
        await db.SaveChangesAsync(cancellationToken);
        await output.WriteLineAsync($"{found.Count} contact(s) erased. Free texts that name the person are not found by this.");
    }
}

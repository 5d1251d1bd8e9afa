using System.Net.Mail;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Contacts;

/// <summary>What a contact must hold to. No message repeats a value.</summary>
internal static class ContactRules
{
    /// <summary>Refuses what is wrong with a request about a contact.</summary>
    public static void Enforce(ContactRequest request) => new Rules()
        .Contact(request.ToInput(), "")
        .Check(request.Consent, "consent", "consent_missing", "Ask the person first; without its consent nothing is kept.")
        .Enforce();

    /// <summary>Notes what is wrong with <paramref name="contact"/>, whose fields stand under <paramref name="path"/>.</summary>
    public static Rules Contact(this Rules rules, ContactInput contact, string path) => rules
        .Required(!string.IsNullOrWhiteSpace(contact.Name), $"{path}name")
        .Line(contact.Name, $"{path}name")
        .Line(contact.Email, $"{path}email")
        .Check(IsAddress(contact.Email), $"{path}email", "invalid_email", "This is no e-mail address.")
        .Check(contact.Language is "nb" or "uk" or "en", $"{path}language", "unknown_language", "We write in nb, uk or en.")
        .Check(
            contact.Phone is null || IsPhone(contact.Phone),
            $"{path}phone", "invalid_phone", "5 to 15 digits, with + ( ) - and spaces.")
        .Line(contact.Role, $"{path}role");

    private static bool IsAddress(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static bool IsPhone(string text) => text.Length <= 30
        && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '(' or ')' or ' ')
        && text.Count(char.IsAsciiDigit) is >= 5 and <= 15;
}

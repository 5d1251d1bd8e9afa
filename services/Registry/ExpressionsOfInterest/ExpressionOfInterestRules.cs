using System.Net.Mail;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>What an expression of interest must hold to. No message repeats a value of the contact.</summary>
internal static class ExpressionOfInterestRules
{
    public static void Enforce(ExpressionOfInterestRequest request, Municipality? municipality) => new Rules()
        .KnownMunicipality(request.Municipality, municipality, "municipality")
        .Required(!string.IsNullOrWhiteSpace(request.Text), "text")
        .Block(request.Text, "text")
        .Language(request.Language, "language")
        .Contact(request.Contact)
        .Check(
            !Repeats(request.Text, request.Contact),
            "text", "contact_in_text", "The text repeats the contact's name, e-mail or phone; write them under contact only.")
        .Enforce();

    private static Rules Contact(this Rules rules, ContactInput contact) => rules
        .Required(!string.IsNullOrWhiteSpace(contact.Name), "contact.name")
        .Line(contact.Name, "contact.name")
        .Line(contact.Email, "contact.email")
        .Check(IsAddress(contact.Email), "contact.email", "invalid_email", "This is no e-mail address.")
        .Language(contact.Language, "contact.language")
        .Check(contact.Phone is null || IsPhone(contact.Phone), "contact.phone", "invalid_phone", "5 to 15 digits, with + ( ) - and spaces.")
        .Line(contact.Role, "contact.role");

    private static bool IsAddress(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static bool IsPhone(string text) => text.Length <= 30
        && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '(' or ')' or ' ')
        && text.Count(char.IsAsciiDigit) is >= 5 and <= 15;

    /// <summary>A single short name would be found inside of other words, so only a full name counts.</summary>
    private static bool Repeats(string text, ContactInput contact) =>
        Holds(text, contact.Email) || Holds(text, contact.Phone) || (contact.Name.Trim().Contains(' ') && Holds(text, contact.Name.Trim()));

    private static bool Holds(string text, string? value) =>
        !string.IsNullOrWhiteSpace(value) && text.Contains(value, StringComparison.OrdinalIgnoreCase);
}

using Kommunebro.Registry.Contacts;
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
        .Contact(request.Contact, "contact.")
        .Check(
            !Repeats(request.Text, request.Contact),
            "text", "contact_in_text", "The text repeats the contact's name, e-mail or phone; write them under contact only.")
        .Enforce();

    /// <summary>A single short name would be found inside of other words, so only a full name counts.</summary>
    private static bool Repeats(string text, ContactInput contact) =>
        Holds(text, contact.Email) || Holds(text, contact.Phone) || (contact.Name.Trim().Contains(' ') && Holds(text, contact.Name.Trim()));

    private static bool Holds(string text, string? value) =>
        !string.IsNullOrWhiteSpace(value) && text.Contains(value, StringComparison.OrdinalIgnoreCase);
}

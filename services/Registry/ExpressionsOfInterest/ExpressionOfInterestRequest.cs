namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>A municipality's wish to take part.</summary>
/// <param name="Municipality">Its official code.</param>
/// <param name="Contact">Whom to ask; kept apart and never shown.</param>
/// <param name="Text">The wish in its own words, at most 4,000 characters; without the contact's name or addresses.</param>
/// <param name="Language">The language of the text, ISO 639-1.</param>
/// <param name="Illustrative">True for an example that makes no statement about the municipality.</param>
public sealed record ExpressionOfInterestRequest(
    string Municipality,
    ContactInput Contact,
    string Text,
    string Language,
    bool Illustrative = false);

/// <summary>Whom to ask.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Language">The language to write in, ISO 639-1.</param>
/// <param name="Phone">Telephone number: 5 to 15 digits, with spaces, + ( ) and -.</param>
/// <param name="Role">E.g. "mayor".</param>
public sealed record ContactInput(string Name, string Email, string Language, string? Phone = null, string? Role = null)
{
    /// <summary>Says nothing, so that no log line can repeat the values by accident.</summary>
    public override string ToString() => nameof(ContactInput);
}

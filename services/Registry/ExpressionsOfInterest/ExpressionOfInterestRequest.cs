using Kommunebro.Registry.Contacts;

namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>A municipality's wish to take part.</summary>
/// <param name="Municipality">Its official code.</param>
/// <param name="Contact">Whom to ask; kept apart, and shown to coordinators and to those who act for the municipality.</param>
/// <param name="Text">The wish in its own words, at most 4,000 characters; without the contact's name or addresses.</param>
/// <param name="Language">The language of the text, ISO 639-1.</param>
/// <param name="Illustrative">True for an example that makes no statement about the municipality.</param>
public sealed record ExpressionOfInterestRequest(
    string Municipality,
    ContactInput Contact,
    string Text,
    string Language,
    bool Illustrative = false);

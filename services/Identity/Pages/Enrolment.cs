namespace Kommunebro.Identity.Pages;

/// <summary>What the page shows to who takes an authenticator into use.</summary>
/// <param name="Key">To type, base32 in groups of four.</param>
/// <param name="Address">To open on the same device: otpauth://….</param>
/// <param name="Picture">The same as a QR code: an SVG element.</param>
/// <param name="Ticket">The key once more, sealed, for the form.</param>
public sealed record Enrolment(string Key, string Address, string Picture, string Ticket);

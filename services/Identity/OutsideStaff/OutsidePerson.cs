namespace Kommunebro.Identity.OutsideStaff;

/// <summary>Who comes from a provider.</summary>
/// <param name="Subject">As that provider alone calls the person, always; with the issuer it is what an account is known by.</param>
/// <param name="Email">Null when it tells none, or says that nobody has looked whether it is the person's.</param>
/// <param name="Name">Null when it tells none.</param>
/// <param name="Language">nb, uk or en: in which the person read the page.</param>
/// <param name="Roles">That the settings give for what it says; may be none.</param>
/// <param name="WithSecondFactor">Whether it says, in words that the settings believe, that a second factor was shown.</param>
/// <param name="SignedInAt">When it was shown there who the person is.</param>
internal sealed record OutsidePerson(
    string Subject, string? Email, string? Name, string Language, IReadOnlyList<string> Roles, bool WithSecondFactor, DateTimeOffset SignedInAt)
{
    /// <summary>The person whom an id token describes; that it has sub and auth_time was looked at.</summary>
    public static OutsidePerson Of(StaffIssuer issuer, IdTokenClaims claims, string language, DateTimeOffset now)
    {
        var signedInAt = claims.Time("auth_time")!.Value;
        var email = claims.Denies("email_verified") ? null : claims.Text("email");
        return new OutsidePerson(
            claims.Text("sub")!,
            email,
            claims.Text("name") ?? email,
            language,
            issuer.Roles.Of(claims),
            issuer.SecondFactor?.Holds(claims) == true,
            signedInAt < now ? signedInAt : now);
    }
}

using Kommunebro.Identity.OutsideIssuers;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>An OpenID Connect provider at which staff sign in.</summary>
/// <param name="Id">Short, in addresses: small letters, digits and hyphens.</param>
/// <param name="DisplayName">As people call it.</param>
/// <param name="Issuer">Whose id tokens are taken.</param>
/// <param name="Client">As which this platform is registered there.</param>
/// <param name="Roles">Who gets which roles.</param>
/// <param name="SecondFactor">What shows that the person gave a second factor there; null when nothing is believed.</param>
internal sealed record StaffIssuer(
    string Id, string DisplayName, OutsideIssuer Issuer, StaffIssuerClient Client, RoleRule Roles, ClaimRule? SecondFactor)
{
    /// <summary>Where people begin.</summary>
    public string Path => $"{OutsideEndpoints.Path}/{Id}";

    /// <summary>Where they come back to.</summary>
    public string CallbackPath => $"{Path}/callback";

    /// <summary>Its authentication scheme.</summary>
    public string Scheme => $"outside-{Id}";
}

/// <summary>The platform as a provider knows it.</summary>
/// <param name="Id">client_id.</param>
/// <param name="Secret">client_secret.</param>
/// <param name="Scope">With blanks between; openid among them.</param>
/// <param name="Parameters">What its authorization requests say besides, e.g. acr_values.</param>
internal sealed record StaffIssuerClient(string Id, string Secret, string Scope, IReadOnlyDictionary<string, string> Parameters);

/// <summary>A place in an id token, and the values that count there.</summary>
internal sealed record ClaimRule(string Place, IReadOnlyList<string> Values)
{
    /// <summary>Whether one of them stands there.</summary>
    public bool Holds(IdTokenClaims claims) => claims.TextsAt(Place).Any(Values.Contains);
}

/// <summary>Which roles an id token gives: for each role the values at one place that give it.</summary>
internal sealed record RoleRule(IReadOnlyDictionary<string, ClaimRule> Rules)
{
    /// <summary>The roles, in the order of the settings.</summary>
    public IReadOnlyList<string> Of(IdTokenClaims claims) => [.. Rules.Where(rule => rule.Value.Holds(claims)).Select(rule => rule.Key)];
}

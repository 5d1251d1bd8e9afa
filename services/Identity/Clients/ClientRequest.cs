using System.Text.Json;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Identity.Clients;

/// <summary>A partner's client as the administrator sends it.</summary>
/// <param name="Name">What it is, for people, 1 to 100 characters.</param>
/// <param name="Scopes">What it may do, e.g. "needs.write"; only scopes for partners, at least one.</param>
/// <param name="Keys">
/// Public keys (JWK, RFC 7517), two at most, when it is to sign assertions (private_key_jwt) and have no secret.
/// </param>
public sealed record ClientRequest(string? Name = null, IReadOnlyList<string?>? Scopes = null, IReadOnlyList<JsonElement>? Keys = null)
{
    /// <summary>The scopes that a partner's client may have.</summary>
    public static readonly IReadOnlyList<string> PartnerScopes =
        [.. AccessPolicies.All.Where(rule => rule.Holder == ScopeHolder.Partner).Select(rule => rule.Name)];

    /// <summary>Name, scopes and keys, checked.</summary>
    /// <exception cref="Refusal">Invalid, with all violations.</exception>
    internal (string Name, IReadOnlyList<string> Scopes, IReadOnlyList<JsonWebKey> Keys) Check()
    {
        var rules = new Rules();
        rules.Required(Name is not null, "name");
        var name = rules.Line(Name, "name", longest: 100, shortest: 1);
        var scopes = Scopes ?? [];
        rules.Required(scopes.Count > 0, "scopes", "Give at least one scope.");
        rules.Check(scopes.Distinct(StringComparer.Ordinal).Count() == scopes.Count, "scopes", "stands_twice", "Name each scope once.");
        for (var i = 0; i < scopes.Count; i++)
            rules.Check(
                PartnerScopes.Contains(scopes[i]), $"scopes[{i}]", "unknown_value", $"Must be one of: {string.Join(", ", PartnerScopes)}.");
        var keys = PublicKeys.Check(rules, Keys ?? []);
        rules.Enforce();
        return (name!, [.. scopes.OfType<string>()], keys);
    }
}

using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Clients;

/// <summary>A partner's client as the administrator sends it.</summary>
/// <param name="Name">What it is, for people, 1 to 100 characters.</param>
/// <param name="Scopes">What it may do, e.g. "needs.write"; only scopes for partners, at least one.</param>
public sealed record ClientRequest(string? Name = null, IReadOnlyList<string?>? Scopes = null)
{
    /// <summary>The scopes that a partner's client may have.</summary>
    public static readonly IReadOnlyList<string> PartnerScopes =
        [.. AccessPolicies.All.Where(rule => rule.Holder == ScopeHolder.Partner).Select(rule => rule.Name)];

    /// <summary>Name and scopes, checked.</summary>
    /// <exception cref="Refusal">Invalid, with all violations.</exception>
    internal (string Name, IReadOnlyList<string> Scopes) Check()
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
        rules.Enforce();
        return (name!, [.. scopes.OfType<string>()]);
    }
}

/// <summary>A partner's client as the administrator sees it.</summary>
/// <param name="LastUsedAt">When it last got a token.</param>
public sealed record ClientView(
    Guid Id,
    long Version,
    string ClientId,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt)
{
    internal static ClientView Of(PartnerClient client) => new(
        client.Id, client.Version, client.ClientId, client.Name, client.Scopes, client.CreatedAt, client.LastUsedAt, client.RevokedAt);
}

/// <summary>A client and its secret, which is told this once and stored only as a hash.</summary>
public sealed record ClientWithSecret(ClientView Client, string Secret);

using Kommunebro.Contracts;
using Kommunebro.Identity.OutsideIssuers;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Maskinporten;

/// <summary>Maskinporten, or one that writes tokens like it, as the settings "Identity:OutsideIssuers:Maskinporten:…" say.</summary>
/// <param name="Issuer">Whose tokens are taken.</param>
/// <param name="Audience">For whom they must be made (aud).</param>
/// <param name="Scopes">Its scopes, by the scope of ours that each one gives.</param>
internal sealed record MaskinportenIssuer(OutsideIssuer Issuer, string Audience, IReadOnlyDictionary<string, string> Scopes)
{
    /// <summary>The section of its settings.</summary>
    public const string Section = $"{OutsideIssuer.Section}:Maskinporten";

    // RFC 8414.
    private const string Metadata = ".well-known/oauth-authorization-server";

    /// <summary>Whether the settings name it.</summary>
    public static bool IsUsed(ServiceIdentity service) => service.Settings.GetSection(Section).Exists();

    /// <summary>What the settings say.</summary>
    /// <exception cref="SettingException">One is missing or wrong.</exception>
    public static MaskinportenIssuer Of(ServiceIdentity service)
    {
        SettingNames.Require(service.Settings.GetSection(Section), "Issuer", "Metadata", "Audience", "Scopes");
        return new MaskinportenIssuer(
            OutsideIssuer.Of(service, Section, Metadata),
            service.Settings[$"{Section}:Audience"] is { Length: > 0 } audience ? audience : IdentityBackchannel.Of(service).Issuer.ToString(),
            ScopesOf(service.Settings.GetSection($"{Section}:Scopes")));
    }

    private static Dictionary<string, string> ScopesOf(IConfigurationSection given)
    {
        var scopes = given.GetChildren().ToDictionary(scope => scope.Key, scope => scope.Value ?? "", StringComparer.Ordinal);
        var partners = AccessPolicies.All.Where(rule => rule.Holder == ScopeHolder.Partner).Select(rule => rule.Name).ToList();
        if (scopes.Keys.FirstOrDefault(scope => !partners.Contains(scope)) is { } unknown)
            throw new SettingException($"{given.Path} names '{unknown}'. The scopes of partners are: {string.Join(", ", partners)}.");
        // Most scopes of Maskinporten have a colon, which settings have between their names: so ours are the names.
        if (scopes.Count == 0 || scopes.Values.Any(theirs => theirs.Length == 0 || theirs.Contains(' ')))
            throw new SettingException($"{given.Path} must name scopes of ours, and for each the scope of Maskinporten that gives it.");
        return scopes;
    }
}

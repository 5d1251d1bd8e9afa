namespace Kommunebro.Identity.Clients;

/// <summary>A partner's client as the administrator sees it.</summary>
/// <param name="LastUsedAt">When it last got a token.</param>
/// <param name="HasSecret">Whether it may ask with a secret.</param>
/// <param name="OldSecretEndsAt">Until when the secret before the newest is good, too; null when there is none.</param>
/// <param name="KeyIds">The names (kid) of its public keys.</param>
public sealed record ClientView(
    Guid Id,
    long Version,
    string ClientId,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt,
    bool HasSecret,
    DateTimeOffset? OldSecretEndsAt,
    IReadOnlyList<string> KeyIds)
{
    internal static ClientView Of(PartnerClient client) => new(
        client.Id,
        client.Version,
        client.ClientId,
        client.Name,
        client.Scopes,
        client.CreatedAt,
        client.LastUsedAt,
        client.RevokedAt,
        client.HasSecret,
        client.OldSecretEndsAt,
        client.KeyIds);
}

/// <summary>A client and its secret, which is told this once and stored only as a hash.</summary>
/// <param name="Secret">Null for a client that has none, since it signs with its keys.</param>
public sealed record ClientWithSecret(ClientView Client, string? Secret);

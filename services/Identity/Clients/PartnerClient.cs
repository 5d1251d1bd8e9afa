using System.Security.Cryptography;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Clients;

/// <summary>
/// A partner organisation's client. Its secrets are OpenIddict's, as hashes, and so are its public keys; revoking deletes
/// them there, and this stays to say who it was.
/// </summary>
public sealed class PartnerClient
{
    private const string IdLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    private PartnerClient()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Rises with each change that a person makes; the ETag.</summary>
    public long Version { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>With which it asks for tokens.</summary>
    public string ClientId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>False: it signs with its keys alone.</summary>
    public bool HasSecret { get; private set; }

    /// <summary>Until when the secret before this one is good, too; null when there is none.</summary>
    public DateTimeOffset? OldSecretEndsAt { get; private set; }

    /// <summary>The names (kid) of the public keys whose private halves it signs with; two at most.</summary>
    public IReadOnlyList<string> KeyIds { get; private set; } = [];

    public static PartnerClient Make(
        Guid organisationId, string name, IReadOnlyList<string> scopes, IReadOnlyList<string> keyIds, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Version = 1,
        OrganisationId = organisationId,
        ClientId = $"partner-{RandomNumberGenerator.GetString(IdLetters, 12)}",
        Name = name,
        Scopes = scopes,
        CreatedAt = now,
        HasSecret = keyIds.Count == 0,
        KeyIds = keyIds,
    };

    public void Revoke(DateTimeOffset now)
    {
        RevokedAt = now;
        Version++;
    }

    /// <summary>Takes a new secret; the one before is good until <paramref name="oldEndsAt"/>, and any older one is not.</summary>
    public void RotateSecret(DateTimeOffset oldEndsAt)
    {
        OldSecretEndsAt = HasSecret ? oldEndsAt : null;
        HasSecret = true;
        Version++;
    }

    /// <summary>Ends the secret before the newest at once.</summary>
    /// <exception cref="Refusal">Conflict no_old_secret.</exception>
    public void EndOldSecret()
    {
        if (OldSecretEndsAt is null)
            throw new Refusal(RefusalKind.Conflict, "no_old_secret", "The client has no secret but its newest.");
        OldSecretEndsAt = null;
        Version++;
    }

    /// <summary>Ends all secrets: from now on it signs with its keys.</summary>
    /// <exception cref="Refusal">Conflict no_secret, last_credential.</exception>
    public void EndSecrets()
    {
        if (!HasSecret)
            throw new Refusal(RefusalKind.Conflict, "no_secret", "The client has no secret.");
        if (KeyIds.Count == 0)
            throw new Refusal(RefusalKind.Conflict, "last_credential", "Without a secret the client needs a key. Give it one first, or revoke it.");
        (HasSecret, OldSecretEndsAt) = (false, null);
        Version++;
    }

    /// <summary>Takes these keys in the place of those that it had.</summary>
    /// <exception cref="Refusal">Conflict last_credential.</exception>
    public void HoldKeys(IReadOnlyList<string> keyIds)
    {
        if (keyIds.Count == 0 && !HasSecret)
            throw new Refusal(RefusalKind.Conflict, "last_credential", "Without a key the client needs a secret. Give it one first, or revoke it.");
        KeyIds = keyIds;
        Version++;
    }
}

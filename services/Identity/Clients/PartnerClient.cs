using System.Security.Cryptography;

namespace Kommunebro.Identity.Clients;

/// <summary>
/// A partner organisation's client. Its secret is OpenIddict's, as a hash; revoking deletes it there, and this stays to say
/// who it was.
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

    public static PartnerClient Make(Guid organisationId, string name, IReadOnlyList<string> scopes, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Version = 1,
        OrganisationId = organisationId,
        ClientId = $"partner-{RandomNumberGenerator.GetString(IdLetters, 12)}",
        Name = name,
        Scopes = scopes,
        CreatedAt = now,
    };

    public void Revoke(DateTimeOffset now)
    {
        RevokedAt = now;
        Version++;
    }
}

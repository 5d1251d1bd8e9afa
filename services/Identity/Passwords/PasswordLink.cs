using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kommunebro.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Identity.Passwords;

/// <summary>
/// A single-use link by which a person chooses a password. Whoever has it is the person, so the token is 256 random bits,
/// stands in one letter, and only its hash is kept. An account has one at a time.
/// </summary>
public sealed class PasswordLink
{
    /// <summary>How long an invited person has.</summary>
    public static readonly TimeSpan InvitationLives = TimeSpan.FromDays(7);

    /// <summary>How long a person has who has lost the password.</summary>
    public static readonly TimeSpan ResetLives = TimeSpan.FromHours(1);

    private PasswordLink()
    {
    }

    public Guid AccountId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>A new link, and its token, which nobody can read again.</summary>
    public static (PasswordLink Link, string Token) Create(Guid accountId, bool invitation, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var expires = now + (invitation ? InvitationLives : ResetLives);
        return (new PasswordLink { AccountId = accountId, TokenHash = Hash(token), ExpiresAt = expires }, token);
    }

    /// <summary>What is kept of a token.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

internal sealed class PasswordLinkMapping : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.ToTable("password_links");
        builder.HasKey(link => link.AccountId);
        builder.Property(link => link.AccountId).ValueGeneratedNever();
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasOne<Account>().WithOne().HasForeignKey<PasswordLink>(link => link.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

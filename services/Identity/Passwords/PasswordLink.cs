using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kommunebro.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Identity.Passwords;

/// <summary>
/// A single-use link by which a person chooses a password. Whoever has it is the person, so the token is 256 random bits,
/// stands in one letter, and only its hash is kept. A letter that is sent twice has two: both are good until one is used.
/// </summary>
public sealed class PasswordLink
{
    // To the end of that day (UTC), since the letter names the day.
    private const int InvitationDays = 7;

    private static readonly TimeSpan ResetLives = TimeSpan.FromHours(1);

    private PasswordLink()
    {
    }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public Guid AccountId { get; private set; }

    /// <summary>
    /// The account's stamp when it was made. So it ends with any new password, another e-mail, a deactivation and a new second
    /// factor, also when one of these comes while it is being made.
    /// </summary>
    public string Stamp { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>A new link, and its token, which nobody can read again.</summary>
    public static (PasswordLink Link, string Token) Create(Account account, bool invitation, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new PasswordLink
        {
            TokenHash = Hash(token),
            AccountId = account.Id,
            Stamp = account.SecurityStamp!,
            ExpiresAt = invitation ? EndOfDay(now.AddDays(InvitationDays)) : now + ResetLives,
        }, token);
    }

    /// <summary>What is kept of a token.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    // The last moment that the database can tell from the next day.
    private static DateTimeOffset EndOfDay(DateTimeOffset time) =>
        new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero).AddDays(1).AddMicroseconds(-1);
}

internal sealed class PasswordLinkMapping : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.ToTable("password_links");
        builder.HasKey(link => link.TokenHash);
        builder.HasOne<Account>().WithMany().HasForeignKey(link => link.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

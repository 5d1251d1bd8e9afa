using System.Security.Cryptography;
using System.Text;
using Kommunebro.Identity.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Identity.Assertions;

/// <summary>An assertion that a client has shown: nobody can show it again. Forgotten once it would be refused for its age.</summary>
public sealed class UsedAssertion
{
    private UsedAssertion()
    {
    }

    /// <summary>SHA-256 of who made it and the assertion's id (jti), which is unique among those of one maker.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>From when on it is refused for its age.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Notes that the assertion <paramref name="id"/> of <paramref name="maker"/> was shown.</summary>
    /// <param name="db">Where it is noted, at once.</param>
    /// <param name="maker">The client that signed it, or the issuer outside.</param>
    /// <param name="id">Its own (jti).</param>
    /// <param name="goodUntil">As it says (exp).</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False: somebody has shown it before.</returns>
    public static async Task<bool> TakeAsync(
        IdentityDb db, string maker, string id, DateTimeOffset goodUntil, CancellationToken cancellationToken)
    {
        var (hash, end) = (SHA256.HashData(Encoding.UTF8.GetBytes($"{maker}\n{id}")), goodUntil + AssertionForm.Leeway);
        return await db.Database.ExecuteSqlAsync(
            $"insert into used_assertions (hash, ends_at) values ({hash}, {end}) on conflict do nothing", cancellationToken) == 1;
    }
}

internal sealed class UsedAssertionMapping : IEntityTypeConfiguration<UsedAssertion>
{
    public void Configure(EntityTypeBuilder<UsedAssertion> builder)
    {
        builder.ToTable("used_assertions");
        builder.HasKey(assertion => assertion.Hash);
        builder.HasIndex(assertion => assertion.EndsAt);
    }
}

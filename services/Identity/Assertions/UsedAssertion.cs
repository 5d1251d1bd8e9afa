using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Identity.Assertions;

/// <summary>An assertion that a client has shown: nobody can show it again. Forgotten once it would be refused for its age.</summary>
public sealed class UsedAssertion
{
    private UsedAssertion()
    {
    }

    /// <summary>SHA-256 of the client's id and the assertion's (jti), which is unique among those of one client.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>From when on it is refused for its age.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>What is kept of the assertion <paramref name="id"/> of <paramref name="client"/>.</summary>
    public static byte[] HashOf(string client, string id) => SHA256.HashData(Encoding.UTF8.GetBytes($"{client}\n{id}"));
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

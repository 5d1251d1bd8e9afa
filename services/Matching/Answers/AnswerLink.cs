using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kommunebro.Contracts.Matching;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Answers;

/// <summary>
/// A single-use link by which a party answers without a system. Whoever has the link is the party, so the token is 256 random
/// bits, is told once, and only its hash is kept.
/// </summary>
public sealed class AnswerLink
{
    private AnswerLink()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProposalId { get; private set; }

    public Side Side { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was answered by.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A new link, and its token, which nobody can read again.</summary>
    public static (AnswerLink Link, string Token) Create(Guid proposalId, Side side, DateTimeOffset now, TimeSpan validity)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var link = new AnswerLink
        {
            Id = Guid.CreateVersion7(now),
            ProposalId = proposalId,
            Side = side,
            TokenHash = Hash(token),
            CreatedAt = now,
            ExpiresAt = now + validity,
        };
        return (link, token);
    }

    /// <summary>What is kept of a token.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Whether its time is over.</summary>
    public bool HasExpired(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>Uses it up.</summary>
    /// <exception cref="Refusal">Conflict link_used, link_expired.</exception>
    public void Use(DateTimeOffset now)
    {
        if (UsedAt is not null)
            throw new Refusal(RefusalKind.Conflict, "link_used", "This link has been answered by already; it works once.");
        if (HasExpired(now))
            throw new Refusal(RefusalKind.Conflict, "link_expired", "This link has expired. Ask KS or AUC for a new one, or tell them your answer.");
        UsedAt = now;
    }
}

internal sealed class AnswerLinkMapping : IEntityTypeConfiguration<AnswerLink>
{
    public void Configure(EntityTypeBuilder<AnswerLink> builder)
    {
        builder.ToTable("answer_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Side).HasConversion<EnumNameColumn<Side>>();
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.ProposalId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Admin.SignIn;

/// <summary>A signed-in browser: the whole ticket, tokens included, protected. The cookie holds only the key.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key, so that a look into the table opens nothing.</summary>
    public required byte[] KeyHash { get; init; }

    public required byte[] Ticket { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(session => session.KeyHash);
        builder.HasIndex(session => session.ExpiresAt);
    }
}

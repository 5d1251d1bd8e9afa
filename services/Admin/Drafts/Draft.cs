using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Admin.Drafts;

/// <summary>A form that was sent after its session had ended. It waits, protected, until the person has signed in again.</summary>
public sealed class Draft
{
    /// <summary>SHA-256 of the secret in the browser's cookie.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>SHA-256 of the address of the page with the form.</summary>
    public required byte[] PathHash { get; init; }

    /// <summary>The fields, protected.</summary>
    public required byte[] Fields { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.HasKey(draft => draft.KeyHash);
        builder.HasIndex(draft => draft.ExpiresAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Notification.Directory;

/// <summary>Says that all municipalities have been read from registry once.</summary>
public sealed class DirectoryBootstrap
{
    /// <summary>Always 1: there is one row or none.</summary>
    public int Id { get; private set; } = 1;

    public required DateTimeOffset CompletedAt { get; init; }
}

internal sealed class DirectoryBootstrapMapping : IEntityTypeConfiguration<DirectoryBootstrap>
{
    public void Configure(EntityTypeBuilder<DirectoryBootstrap> builder)
    {
        builder.ToTable("directory_bootstrap");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}

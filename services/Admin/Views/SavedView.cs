using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Admin.Views;

/// <summary>A list as somebody wants to see it again: its filters and its sorting under a name.</summary>
public sealed class SavedView
{
    public required Guid Id { get; init; }

    /// <summary>The page with the list, e.g. needs.</summary>
    public required string Page { get; init; }

    /// <summary>The account that keeps it.</summary>
    public required string Owner { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The query of the list's address, without its page.</summary>
    public required string Query { get; init; }

    /// <summary>Whether all others see it, too.</summary>
    public required bool IsShared { get; init; }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.HasIndex(view => new { view.Page, view.Owner, view.Name }).IsUnique();
    }
}

using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Directory;

/// <summary>What needs-intake knows of an area of the code list; registry owns it.</summary>
public sealed class KnownArea
{
    private KnownArea()
    {
    }

    public KnownArea(AreaChanged area)
    {
        Code = area.Code;
        Take(area);
    }

    public string Code { get; private set; } = "";

    /// <summary>Registry's version of it.</summary>
    public long Version { get; private set; }

    public LocalizedText Names { get; private set; } = null!;

    /// <summary>Since when no new need names it; null while it is in use.</summary>
    public DateOnly? DeprecatedSince { get; private set; }

    /// <summary>The code of the area that took its place; null where none did.</summary>
    public string? ReplacedBy { get; private set; }

    /// <summary>Becomes what <paramref name="area"/> says, unless this is as new or newer.</summary>
    public void Update(AreaChanged area)
    {
        if (area.Version > Version)
            Take(area);
    }

    private void Take(AreaChanged area)
    {
        Version = area.Version;
        Names = area.Names;
        (DeprecatedSince, ReplacedBy) = (area.DeprecatedSince, area.ReplacedBy);
    }
}

internal sealed class KnownAreaMapping : IEntityTypeConfiguration<KnownArea>
{
    public void Configure(EntityTypeBuilder<KnownArea> builder)
    {
        builder.ToTable("known_areas");
        builder.HasKey(area => area.Code);
        builder.Property(area => area.Version).IsConcurrencyToken();
        builder.AddNameColumns();
    }
}

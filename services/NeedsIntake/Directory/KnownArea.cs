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

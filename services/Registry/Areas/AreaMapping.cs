using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Areas;

/// <summary>Table areas.</summary>
internal sealed class AreaMapping : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.ToTable("areas");
        area.HasKey(a => a.Code);
        area.Property(a => a.Version).IsConcurrencyToken();
        area.ComplexProperty(a => a.Names);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Areas;

/// <summary>Table areas.</summary>
internal sealed class AreaTable : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.ToTable("areas");
        area.HasKey(a => a.Code);
        area.Property(a => a.Version).IsConcurrencyToken();
        area.ComplexProperty(a => a.Names);
        area.ComplexProperty(a => a.Mapping, mapping =>
        {
            mapping.Property(m => m.RdnaSector).HasColumnName("rdna_sector");
            mapping.Property(m => m.Cofog).HasColumnName("cofog");
            mapping.Property(m => m.Cluster).HasColumnName("cluster");
            mapping.Property(m => m.Oc4idsSector).HasColumnName("oc4ids_sector");
        });
    }
}

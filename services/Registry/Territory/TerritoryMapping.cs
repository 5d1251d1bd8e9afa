using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Territory;

/// <summary>Table territory_editions.</summary>
internal sealed class TerritoryEditionMapping : IEntityTypeConfiguration<TerritoryEdition>
{
    public void Configure(EntityTypeBuilder<TerritoryEdition> edition)
    {
        edition.ToTable("territory_editions");
        edition.Property(e => e.Id).ValueGeneratedNever();
        edition.Property(e => e.Order).HasColumnName("order_number");
        edition.HasIndex(e => new { e.PublishedOn, e.Revision }).IsUnique();
        edition.HasMany(e => e.Periods).WithOne().HasForeignKey(period => period.EditionId);
    }
}

/// <summary>Table territory_periods.</summary>
internal sealed class TerritoryPeriodMapping : IEntityTypeConfiguration<TerritoryPeriod>
{
    public void Configure(EntityTypeBuilder<TerritoryPeriod> period)
    {
        period.ToTable("territory_periods");
        period.Property(p => p.Code).UseCollation("C");
        period.Property(p => p.From).HasColumnName("valid_from");
        period.Property(p => p.Until).HasColumnName("valid_until");
        period.Property(p => p.Except).HasColumnName("except_codes");
        // By code, so that all of an oblast are found by how theirs begin.
        period.HasIndex(p => new { p.EditionId, p.Code });
    }
}

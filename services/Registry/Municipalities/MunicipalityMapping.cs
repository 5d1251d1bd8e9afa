using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Municipalities;

/// <summary>Table municipalities.</summary>
internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    /// <summary>Two requests may register one code at the same time; this key says so.</summary>
    public const string UniqueCode = "ux_municipalities_code";

    public void Configure(EntityTypeBuilder<Municipality> municipality)
    {
        // A status changes often: with room on its page the row stays there, and no index is written.
        municipality.ToTable("municipalities").HasStorageParameter("fillfactor", 70);
        municipality.HasKey(m => m.Id);
        municipality.Property(m => m.Id).ValueGeneratedNever();
        municipality.Property(m => m.Version).IsConcurrencyToken();
        municipality.ComplexProperty(m => m.Facts, facts =>
        {
            facts.ComplexProperty(f => f.Names, LocalizedColumns("name"));
            facts.ComplexProperty(f => f.RegionNames, LocalizedColumns("region_name"));
            facts.Property(f => f.RegionCode).HasColumnName("region_code");
            facts.Property(f => f.OrganisationNumber).HasColumnName("organisation_number");
            facts.Property(f => f.Population).HasColumnName("population");
            facts.Property(f => f.PopulationYear).HasColumnName("population_year");
            facts.Property(f => f.Latitude).HasColumnName("latitude");
            facts.Property(f => f.Longitude).HasColumnName("longitude");
            facts.Property(f => f.TerritoryStatus).HasColumnName("territory_status");
            facts.Property(f => f.TerritoryCoverage).HasColumnName("territory_coverage");
            facts.Property(f => f.Category).HasColumnName("category");
        });
        municipality.HasSearchKey();
        municipality.HasIndex(m => m.Code).IsUnique().HasDatabaseName(UniqueCode);
        municipality.HasIndex(m => new { m.Name, m.Id });
        municipality.HasIndex(m => new { m.Country, m.Name, m.Id });
    }

    private static Action<ComplexPropertyBuilder<Contracts.LocalizedText>> LocalizedColumns(string name) => text =>
    {
        text.Property(t => t.Nb).HasColumnName($"{name}_nb");
        text.Property(t => t.Uk).HasColumnName($"{name}_uk");
        text.Property(t => t.En).HasColumnName($"{name}_en");
    };
}

using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Directory;

/// <summary>What needs-intake knows of a municipality from registry; registry owns it.</summary>
public sealed class KnownMunicipality
{
    private KnownMunicipality()
    {
    }

    public KnownMunicipality(MunicipalityChanged municipality)
    {
        Id = municipality.MunicipalityId;
        Take(municipality);
    }

    public Guid Id { get; private set; }

    /// <summary>Registry's version of it.</summary>
    public long Version { get; private set; }

    public string Code { get; private set; } = "";

    public Country Country { get; private set; }

    public MunicipalityKind Kind { get; private set; }

    public LocalizedText Names { get; private set; } = null!;

    public string RegionCode { get; private set; } = "";

    public LocalizedText RegionNames { get; private set; } = null!;

    public TerritoryStatus TerritoryStatus { get; private set; }

    public TerritoryCoverage TerritoryCoverage { get; private set; }

    public ProgrammeCategory? Category { get; private set; }

    public bool IsWhollyOccupied =>
        TerritoryStatus == TerritoryStatus.Occupied && TerritoryCoverage == TerritoryCoverage.Full;

    /// <summary>Whether other partners are shown no more than its oblast.</summary>
    public bool IsInOrNearTheWar => TerritoryStatus != TerritoryStatus.None || Category == ProgrammeCategory.WarZone;

    /// <summary>Becomes what <paramref name="municipality"/> says, unless this is as new or newer.</summary>
    public void Update(MunicipalityChanged municipality)
    {
        if (municipality.Version > Version)
            Take(municipality);
    }

    private void Take(MunicipalityChanged municipality)
    {
        Version = municipality.Version;
        Code = municipality.Code;
        Country = municipality.Country;
        Kind = municipality.Kind;
        Names = municipality.Names;
        RegionCode = municipality.RegionCode;
        RegionNames = municipality.RegionNames;
        TerritoryStatus = municipality.TerritoryStatus;
        TerritoryCoverage = municipality.TerritoryCoverage;
        Category = municipality.Category;
    }
}

internal sealed class KnownMunicipalityMapping : IEntityTypeConfiguration<KnownMunicipality>
{
    public void Configure(EntityTypeBuilder<KnownMunicipality> builder)
    {
        builder.ToTable("known_municipalities");
        builder.HasKey(municipality => municipality.Id);
        builder.Property(municipality => municipality.Id).ValueGeneratedNever();
        // Snapshot and events write at the same time: who read an older row must look again.
        builder.Property(municipality => municipality.Version).IsConcurrencyToken();
        builder.AddNameColumns();
        // Not unique: two municipalities may exchange a code, and their events come one after the other.
        builder.HasIndex(municipality => municipality.Code);
        builder.HasIndex(municipality => municipality.RegionCode);
    }
}

using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Notification.Directory;

/// <summary>What notification knows of a municipality from registry: its code, by which partners act, and its names.</summary>
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

    public LocalizedText Names { get; private set; } = null!;

    /// <summary>Becomes what <paramref name="municipality"/> says, unless this is as new or newer.</summary>
    public void Update(MunicipalityChanged municipality)
    {
        if (municipality.Version > Version)
            Take(municipality);
    }

    private void Take(MunicipalityChanged municipality) =>
        (Version, Code, Names) = (municipality.Version, municipality.Code, municipality.Names);
}

internal sealed class KnownMunicipalityMapping : IEntityTypeConfiguration<KnownMunicipality>
{
    public void Configure(EntityTypeBuilder<KnownMunicipality> builder)
    {
        builder.ToTable("known_municipalities");
        builder.HasKey(municipality => municipality.Id);
        builder.Property(municipality => municipality.Id).ValueGeneratedNever();
        builder.Property(municipality => municipality.Version).IsConcurrencyToken();
    }
}

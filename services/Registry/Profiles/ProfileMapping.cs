using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Profiles;

/// <summary>Table municipality_profiles.</summary>
internal sealed class ProfileMapping : IEntityTypeConfiguration<MunicipalityProfile>
{
    /// <summary>Two may write the first profile at the same time; this key says so.</summary>
    public const string Key = "pk_municipality_profiles";

    public void Configure(EntityTypeBuilder<MunicipalityProfile> profile)
    {
        profile.ToTable("municipality_profiles");
        profile.HasKey(p => p.MunicipalityId).HasName(Key);
        profile.Property(p => p.MunicipalityId).ValueGeneratedNever();
        profile.Property(p => p.Version).IsConcurrencyToken();
        profile.ComplexProperty(p => p.Facts, facts =>
        {
            facts.ComplexProperty(f => f.Texts, text =>
            {
                text.Property(t => t.Nb).HasColumnName("text_nb");
                text.Property(t => t.Uk).HasColumnName("text_uk");
                text.Property(t => t.En).HasColumnName("text_en");
            });
            facts.Property(f => f.AdministrativeCapacity).HasColumnName("administrative_capacity");
            facts.Property(f => f.Head).HasColumnName("head");
            facts.Property(f => f.Association).HasColumnName("association");
            facts.Property(f => f.DisplacedPersons).HasColumnName("displaced_persons");
            facts.Property(f => f.DisplacedPersonsOn).HasColumnName("displaced_persons_on");
            facts.Property(f => f.DisplacedPersonsSource).HasColumnName("displaced_persons_source");
        });
        profile.PrimitiveCollection(p => p.Geography).ElementType().HasConversion<EnumNameColumn<GeographyTag>>();
        profile.HasOne<Municipality>().WithOne().HasForeignKey<MunicipalityProfile>(p => p.MunicipalityId).OnDelete(DeleteBehavior.Cascade);
    }
}

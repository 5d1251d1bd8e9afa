using Kommunebro.Contracts;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.CommunityOrganisations;

/// <summary>Table community_organisations.</summary>
internal sealed class CommunityOrganisationMapping : IEntityTypeConfiguration<CommunityOrganisation>
{
    /// <summary>Two may say the same new one at the same time; this key says so.</summary>
    public const string Key = "pk_community_organisations";

    /// <summary>A municipality has each name once, however many requests come at once.</summary>
    public const string UniqueName = "ux_community_organisations_name";

    public void Configure(EntityTypeBuilder<CommunityOrganisation> organisation)
    {
        organisation.ToTable("community_organisations");
        organisation.HasKey(o => o.Id).HasName(Key);
        organisation.Property(o => o.Id).ValueGeneratedNever();
        organisation.Property(o => o.Version).IsConcurrencyToken();
        organisation.ComplexProperty(o => o.Facts, facts =>
        {
            facts.Property(f => f.Name).HasColumnName("name");
            facts.Property(f => f.Kind).HasColumnName("kind");
            facts.Property(f => f.OrganisationNumber).HasColumnName("organisation_number");
            facts.Property(f => f.Website).HasColumnName("website");
            facts.ComplexProperty(f => f.Texts, text =>
            {
                text.Property(t => t.Nb).HasColumnName("text_nb");
                text.Property(t => t.Uk).HasColumnName("text_uk");
                text.Property(t => t.En).HasColumnName("text_en");
            });
        });
        organisation.PrimitiveCollection(o => o.Modes).ElementType().HasConversion<EnumNameColumn<Mode>>();
        organisation.HasOne<Municipality>().WithMany().HasForeignKey(o => o.MunicipalityId).OnDelete(DeleteBehavior.Cascade);
        organisation.HasIndex(o => new { o.MunicipalityId, o.NameKey }).IsUnique().HasDatabaseName(UniqueName);
        organisation.HasIndex(o => new { o.MunicipalityId, o.Id });
    }
}

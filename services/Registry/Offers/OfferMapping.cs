using Kommunebro.Contracts;
using Kommunebro.Registry.Areas;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Offers;

/// <summary>Tables offers and offer_areas.</summary>
internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    /// <summary>Two requests may make two offers of one municipality available at the same time; this key says so.</summary>
    public const string OneAvailable = "ux_offers_one_available";

    /// <summary>An id that its writer chose may be sent twice at the same time; this key says so.</summary>
    public const string Key = "pk_offers";

    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable("offers");
        offer.HasKey(o => o.Id).HasName(Key);
        offer.Property(o => o.Id).ValueGeneratedNever();
        offer.Property(o => o.Version).IsConcurrencyToken();
        offer.PrimitiveCollection(o => o.Terms).ElementType().HasConversion<EnumNameColumn<Term>>();
        offer.ComplexProperty(o => o.Text);
        offer.Property(o => o.Anchoring).HasDefaultValue(PoliticalAnchoring.None).ValueGeneratedNever();
        // The version before knows none of them, and writes none.
        offer.PrimitiveCollection(o => o.Wishes).HasDefaultValueSql("'{}'").ValueGeneratedNever();
        offer.PrimitiveCollection(o => o.Vetoes).HasDefaultValueSql("'{}'").ValueGeneratedNever();
        offer.PrimitiveCollection(o => o.Learns).HasDefaultValueSql("'{}'").ValueGeneratedNever();
        // Asking raises no version: of two replicas that ask at once, one finds that the other was faster.
        offer.Property(o => o.AskedAt).IsConcurrencyToken();
        // The version before the yearly confirmation does not know it, and what it adds is not to expire at once.
        offer.Property(o => o.LastConfirmedAt).HasDefaultValueSql("now()").ValueGeneratedNever();
        offer.HasIndex(o => new { o.Status, o.LastConfirmedAt });
        offer.HasOne<Municipality>().WithMany().HasForeignKey(o => o.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<ExpressionOfInterest>().WithMany().HasForeignKey(o => o.ExpressionOfInterestId).OnDelete(DeleteBehavior.Restrict);
        // One available offer at a time, however many requests come at once.
        offer.HasIndex(o => o.MunicipalityId).IsUnique().HasDatabaseName(OneAvailable)
            .HasFilter($"status = '{EnumName.Of(OfferStatus.Available)}'");
        offer.HasIndex(o => new { o.MunicipalityId, o.Id });
        offer.HasIndex(o => new { o.Status, o.Id });
        offer.OwnsMany(o => o.Areas, Areas);
        offer.Navigation(o => o.Areas).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Areas(OwnedNavigationBuilder<Offer, OfferArea> area)
    {
        area.ToTable("offer_areas");
        area.WithOwner().HasForeignKey("OfferId");
        area.HasKey("OfferId", nameof(OfferArea.AreaCode));
        area.PrimitiveCollection(a => a.Modes).ElementType().HasConversion<EnumNameColumn<Mode>>();
        area.HasOne<Area>().WithMany().HasForeignKey(a => a.AreaCode).OnDelete(DeleteBehavior.Restrict);
        // Which offers have an area at a level is answered from the index alone.
        area.HasIndex(nameof(OfferArea.AreaCode), nameof(OfferArea.Level)).IncludeProperties("OfferId");
    }
}

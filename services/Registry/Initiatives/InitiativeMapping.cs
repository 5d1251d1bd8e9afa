using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Initiatives;

/// <summary>Table initiatives.</summary>
internal sealed class InitiativeMapping : IEntityTypeConfiguration<Initiative>
{
    /// <summary>Nobody records the same twice while it lasts, however many requests come at once.</summary>
    public const string OneAtATime = "ux_initiatives_one_at_a_time";

    public void Configure(EntityTypeBuilder<Initiative> initiative)
    {
        initiative.ToTable("initiatives");
        initiative.HasKey(i => i.Id);
        initiative.Property(i => i.Id).ValueGeneratedNever();
        initiative.Property(i => i.Version).IsConcurrencyToken();
        initiative.ComplexProperty(i => i.Facts, facts =>
        {
            facts.Property(f => f.Kind).HasColumnName("kind");
            facts.Property(f => f.Programme).HasColumnName("programme");
            facts.Property(f => f.Status).HasColumnName("status");
            facts.Property(f => f.Since).HasColumnName("since");
            facts.Property(f => f.Until).HasColumnName("until");
            facts.Property(f => f.Reference).HasColumnName("reference");
            facts.Property(f => f.SourceName).HasColumnName("source_name");
            facts.Property(f => f.SourceAddress).HasColumnName("source_address");
            facts.Property(f => f.SourceDate).HasColumnName("source_date");
            facts.Property(f => f.Sensitivity).HasColumnName("sensitivity");
        });
        initiative.HasOne<Municipality>().WithMany().HasForeignKey(i => i.HromadaId).OnDelete(DeleteBehavior.Restrict);
        initiative.HasOne<Municipality>().WithMany().HasForeignKey(i => i.PartnerId).OnDelete(DeleteBehavior.Restrict);
        initiative.HasIndex(i => new { i.HromadaId, i.Key, i.RecordedBy }).IsUnique().AreNullsDistinct(false).HasDatabaseName(OneAtATime)
            .HasFilter($"status not in ('{EnumName.Of(InitiativeStatus.Ended)}', '{EnumName.Of(InitiativeStatus.Withdrawn)}')");
        initiative.HasIndex(i => i.HromadaId);
        initiative.HasIndex(i => i.PartnerId);
    }
}

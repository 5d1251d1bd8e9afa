using System.Text.Json;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Telling;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Matching.Partnerships;

internal sealed class PartnershipMapping : IEntityTypeConfiguration<Partnership>
{
    public void Configure(EntityTypeBuilder<Partnership> builder)
    {
        builder.ToTable("partnerships");
        builder.Property(partnership => partnership.Id).ValueGeneratedNever();
        builder.Property(partnership => partnership.Version).IsConcurrencyToken();
        builder.Property(partnership => partnership.Stage).HasConversion<EnumNameColumn<PartnershipStage>>();
        builder.Property(partnership => partnership.Origin).HasConversion<EnumNameColumn<PartnershipOrigin>>();
        builder.Property(partnership => partnership.Needs).HasColumnType("jsonb").HasConversion(
            needs => JsonSerializer.Serialize(needs, MessageJson.Options),
            json => JsonSerializer.Deserialize<List<StoredNeed>>(json, MessageJson.Options)!,
            // The list is replaced as a whole, never changed in place.
            new ValueComparer<IReadOnlyList<StoredNeed>>((one, other) => ReferenceEquals(one, other), needs => needs.Count, needs => needs));
        builder.HasIndex(partnership => new { partnership.RegisteredBy, partnership.RequestId }).IsUnique().HasFilter("request_id is not null");
        builder.HasIndex(partnership => partnership.FollowUpOn);
        // Two municipalities have one partnership at a time.
        builder.HasIndex(partnership => new { partnership.SupplierId, partnership.HromadaId }).IsUnique()
            .HasFilter("stage not in ('closed', 'cancelled')");
    }
}

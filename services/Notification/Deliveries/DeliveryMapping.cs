using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Notification.Deliveries;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasKey(delivery => delivery.Id);
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.ComplexProperty(delivery => delivery.Recipient, recipient =>
        {
            recipient.Property(one => one.MunicipalityId).HasColumnName("municipality_id");
            recipient.PrimitiveCollection(one => one.Roles).HasColumnName("roles");
            recipient.Property(one => one.ContactId).HasColumnName("contact_id");
            recipient.Property(one => one.AccountId).HasColumnName("account_id");
            recipient.Property(one => one.OrganisationId).HasColumnName("organisation_id");
            recipient.Property(one => one.WebhookId).HasColumnName("webhook_id");
        });
        // The index on webhook_id is made by the migration's SQL: EF indexes no column of a complex type.
        builder.HasIndex(delivery => delivery.NextAttemptAt).HasFilter("status = 'waiting'");
        builder.HasIndex(delivery => new { delivery.SubjectId, delivery.Kind });
    }
}

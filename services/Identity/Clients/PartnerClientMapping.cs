using Kommunebro.Identity.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Identity.Clients;

internal sealed class PartnerClientMapping : IEntityTypeConfiguration<PartnerClient>
{
    public void Configure(EntityTypeBuilder<PartnerClient> builder)
    {
        builder.ToTable("partner_clients");
        builder.HasKey(client => client.Id);
        builder.Property(client => client.Id).ValueGeneratedNever();
        builder.Property(client => client.Version).IsConcurrencyToken();
        builder.HasIndex(client => client.ClientId).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(client => client.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

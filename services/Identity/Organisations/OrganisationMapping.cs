using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Identity.Organisations;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.HasKey(organisation => organisation.Id);
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Property(organisation => organisation.Version).IsConcurrencyToken();
    }
}

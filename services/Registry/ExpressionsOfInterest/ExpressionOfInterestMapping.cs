using Kommunebro.Registry.Contacts;
using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>Table expressions_of_interest.</summary>
internal sealed class ExpressionOfInterestMapping : IEntityTypeConfiguration<ExpressionOfInterest>
{
    public void Configure(EntityTypeBuilder<ExpressionOfInterest> expression)
    {
        expression.ToTable("expressions_of_interest");
        expression.HasKey(e => e.Id);
        expression.Property(e => e.Id).ValueGeneratedNever();
        expression.Property(e => e.Version).IsConcurrencyToken();
        expression.HasOne<Municipality>().WithMany().HasForeignKey(e => e.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        expression.HasOne<Contact>().WithMany().HasForeignKey(e => e.ContactId).OnDelete(DeleteBehavior.SetNull);
        expression.HasIndex(e => new { e.MunicipalityId, e.Id });
        expression.HasIndex(e => new { e.Status, e.Id });
    }
}

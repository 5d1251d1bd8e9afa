using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Needs;

internal sealed class NeedMapping : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.ToTable("needs");
        builder.HasKey(need => need.Id);
        builder.Property(need => need.Id).ValueGeneratedNever();
        builder.Property(need => need.Version).IsConcurrencyToken();
        builder.ComplexProperty(need => need.Statement, statement =>
        {
            statement.PrimitiveCollection(s => s.DesiredModes)
                .ElementType(mode => mode.HasConversion<EnumNameColumn<Mode>>());
        });
        builder.HasIndex(need => need.MunicipalityId);
        builder.HasIndex(need => new { need.Status, need.ExpiresAt });
    }
}

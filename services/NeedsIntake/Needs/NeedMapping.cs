using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Needs;

internal sealed class NeedMapping : IEntityTypeConfiguration<Need>
{
    /// <summary>The title in all its languages, to search in; PostgreSQL keeps it by itself.</summary>
    public const string AllTitles = nameof(AllTitles);

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
            statement.Property(s => s.LocationPrecision).HasDefaultValue(LocationPrecision.Hromada);
            statement.Property(s => s.Particulars).HasDefaultValueSql("'{}'::jsonb");
        });
        // What the program before this one writes has none of these.
        builder.Property(need => need.Evidence).HasDefaultValueSql("'{}'::text[]");
        builder.Property(need => need.TextFindings).HasDefaultValueSql("'[]'::jsonb");
        builder.Property(need => need.LastHeardAt).HasDefaultValueSql("now()");
        builder.Property(need => need.StatusSince).HasDefaultValueSql("now()");
        builder.Property(need => need.Rested).HasDefaultValueSql("interval '0'");
        builder.Ignore(need => need.Sensitivity);
        builder.Property<string>(AllTitles).HasComputedColumnSql(
            "coalesce(statement_title ->> 'nb', '') || ' ' || coalesce(statement_title ->> 'uk', '') || ' ' || coalesce(statement_title ->> 'en', '')",
            stored: true);
        builder.HasIndex(need => need.MunicipalityId);
        builder.HasIndex(need => new { need.Status, need.ExpiresAt });
    }
}

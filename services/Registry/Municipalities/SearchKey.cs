using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Municipalities;

/// <summary>
/// The names of a municipality without what script and spelling vary in (<see cref="LikenessKey"/>), which PostgreSQL keeps by itself: Харків,
/// Kharkiv and Charkiv have one key.
/// </summary>
internal static class SearchKey
{
    /// <summary>The column.</summary>
    private const string Column = nameof(SearchKey);

    /// <summary>The names in small letters as they are written: to turn all of them at each search would take ten times as long as the search.</summary>
    private const string LowerNames = nameof(LowerNames);

    private const string AllNames = "coalesce(name_nb, '') || ' | ' || coalesce(name_uk, '') || ' | ' || coalesce(name_en, '')";

    /// <summary>Says what of PostgreSQL they need.</summary>
    public static ModelBuilder AddSearchKey(this ModelBuilder model) => model.HasPostgresExtension("pg_trgm");

    /// <summary>The columns; the migration SearchAcrossScripts makes the function in the first.</summary>
    public static void HasSearchKey(this EntityTypeBuilder<Municipality> municipality)
    {
        municipality.Property<string>(Column).HasComputedColumnSql($"likeness_key({AllNames})", stored: true);
        municipality.Property<string>(LowerNames).HasComputedColumnSql($"lower(({AllNames}) collate \"{ReaderCollation.AnyLanguage}\")", stored: true);
    }
}

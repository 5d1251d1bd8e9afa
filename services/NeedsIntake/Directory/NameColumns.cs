using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Directory;

/// <summary>
/// The name that a reader sees, as columns that PostgreSQL keeps by itself: lists are sorted and searched where they are stored.
/// </summary>
internal static class NameColumns
{
    /// <summary>All names of all languages, to search in.</summary>
    public const string AllNames = nameof(AllNames);

    /// <summary>The column for a reader of <paramref name="language"/> (nb, uk or en).</summary>
    public static string For(string language) => language switch
    {
        "nb" => "NameInNb",
        "uk" => "NameInUk",
        _ => "NameInEn",
    };

    /// <summary>Adds the columns beside the column names; what they fall back to is what LocalizedText.In falls back to.</summary>
    public static void AddNameColumns<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        Add(For("nb"), "coalesce(names ->> 'nb', names ->> 'en', names ->> 'uk')");
        Add(For("uk"), "coalesce(names ->> 'uk', names ->> 'en', names ->> 'nb')");
        Add(For("en"), "coalesce(names ->> 'en', names ->> 'nb', names ->> 'uk')");
        Add(AllNames, "coalesce(names ->> 'nb', '') || ' ' || coalesce(names ->> 'uk', '') || ' ' || coalesce(names ->> 'en', '')");

        void Add(string column, string sql) => builder.Property<string>(column).HasComputedColumnSql(sql, stored: true);
    }
}

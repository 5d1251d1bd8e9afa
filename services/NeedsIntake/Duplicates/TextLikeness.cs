using Kommunebro.NeedsIntake.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.NeedsIntake.Duplicates;

/// <summary>
/// How alike two needs are told. PostgreSQL keeps a key of each text by itself: in Latin letters and without what spelling and
/// transliteration vary in, so that Насосна станція, Nasosna stantsiia and Nasosnaja stancija have nearly the same.
/// </summary>
internal static class TextLikeness
{
    /// <summary>The column of the titles' keys in nb, uk and en.</summary>
    public const string TitleKeys = nameof(TitleKeys);

    /// <summary>The column of the key of the description's beginning, in the first of uk, nb and en that there is; null where there is none.</summary>
    public const string TextKey = nameof(TextKey);

    /// <summary>
    /// How alike the most alike two of the keys are, 0 to 1: by trigrams (pg_trgm), or by the longer having the words of the
    /// shorter, of 12 letters or more. Null when one side has no key.
    /// </summary>
    public static double? OfKeys(string[] ones, string[] others) => throw new NotSupportedException("PostgreSQL does this.");

    /// <summary>Lets queries call it.</summary>
    public static void AddTextLikeness(this ModelBuilder model)
    {
        model.HasPostgresExtension("pg_trgm");
        model.HasDbFunction(typeof(TextLikeness).GetMethod(nameof(OfKeys))!).HasName("likeness_of_keys");
    }
}

/// <summary>The columns that PostgreSQL keeps; the functions in them are made by the migration DuplicatesFilesAndEvidence.</summary>
internal sealed class NeedKeysMapping : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.Property<string[]>(TextLikeness.TitleKeys).HasComputedColumnSql(
            "array[likeness_key(statement_title ->> 'nb'), likeness_key(statement_title ->> 'uk'), likeness_key(statement_title ->> 'en')]",
            stored: true);
        builder.Property<string?>(TextLikeness.TextKey).HasComputedColumnSql(
            "likeness_key(left(coalesce(statement_description ->> 'uk', statement_description ->> 'nb', statement_description ->> 'en'), 300))",
            stored: true);
    }
}

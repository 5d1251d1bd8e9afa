namespace Kommunebro.ServiceDefaults;

/// <summary>The order of the alphabet in PostgreSQL: Å stands last for a reader of nb, Ґ after Г for one of uk.</summary>
public static class ReaderCollation
{
    /// <summary>The ICU collation for a reader of <paramref name="language"/> (nb, uk or en), which initdb brings along.</summary>
    public static string Of(string language) => $"{language}-x-icu";

    /// <summary>The collation by which letters of any alphabet are told to be large and small.</summary>
    public const string AnyLanguage = "und-x-icu";
}

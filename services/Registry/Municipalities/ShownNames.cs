namespace Kommunebro.Registry.Municipalities;

/// <summary>Indexes by the name that a reader sees, in the order of the reader's alphabet, as <see cref="MunicipalitySearch.NameIn"/> asks for it; for migrations.</summary>
internal static class ShownNames
{
    /// <summary>One for each language, with the id behind the name as pages are cut.</summary>
    public const string Create = """
        create index ix_municipalities_shown_nb on municipalities ((coalesce(name_nb, name_en, name_uk) collate "nb-x-icu"), id);
        create index ix_municipalities_shown_uk on municipalities ((coalesce(name_uk, name_en, name_nb) collate "uk-x-icu"), id);
        create index ix_municipalities_shown_en on municipalities ((coalesce(name_en, name_nb, name_uk) collate "en-x-icu"), id);
        """;

    /// <summary>Takes them away.</summary>
    public const string Drop = "drop index ix_municipalities_shown_nb, ix_municipalities_shown_uk, ix_municipalities_shown_en";
}

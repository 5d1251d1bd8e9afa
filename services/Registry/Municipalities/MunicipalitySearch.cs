using System.Linq.Expressions;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>How municipalities are found by what people type.</summary>
internal static class MunicipalitySearch
{
    /// <summary>From here on a text is looked for across scripts and spellings, and from here on also roughly.</summary>
    private const int ShortestAcrossScripts = 3;
    private const int ShortestRoughly = 5;

    /// <summary>
    /// Those with <paramref name="text"/> in a name of any language, in whatever script and transliteration, or at the beginning of the
    /// code. When there are none, those with a word that is written nearly so. All of them when it is empty.
    /// </summary>
    public static IQueryable<Municipality> Named(this RegistryDb db, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return db.Municipalities.AsNoTracking();
        // As names are stored; a Mac types letters and their marks apart.
        var asked = text.Trim().Normalize();
        var (part, start, isName) = (LikePattern.Containing(asked.ToLowerInvariant()), LikePattern.StartingWith(asked.ToUpperInvariant()), IsName(asked));
        var (name, roughly) = (isName && asked.Length >= ShortestAcrossScripts ? asked : null, isName && asked.Length >= ShortestRoughly);
        var found = db.Database.SqlQuery<Guid>($"select municipalities_named({part}, {start}, {name}, {roughly}) as \"Value\"");
        return db.Municipalities.AsNoTracking().Where(m => found.Contains(m.Id));
    }

    /// <summary>Whether nothing stands in it but what names have; all else is looked for as it is written.</summary>
    private static bool IsName(string text) => text.All(letter => char.IsLetter(letter) || letter is ' ' or '-' or '\'' or '’' or 'ʼ');

    /// <summary>The name that a reader of <paramref name="language"/> (nb, uk or en) sees, in the order of its alphabet.</summary>
    public static Expression<Func<Municipality, string>> NameIn(string language)
    {
        var collation = ReaderCollation.Of(language);
        return language switch
        {
            "nb" => m => EF.Functions.Collate((m.Facts.Names.Nb ?? m.Facts.Names.En ?? m.Facts.Names.Uk)!, collation),
            "uk" => m => EF.Functions.Collate((m.Facts.Names.Uk ?? m.Facts.Names.En ?? m.Facts.Names.Nb)!, collation),
            _ => m => EF.Functions.Collate((m.Facts.Names.En ?? m.Facts.Names.Nb ?? m.Facts.Names.Uk)!, collation),
        };
    }
}

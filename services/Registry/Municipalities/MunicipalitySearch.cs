using System.Linq.Expressions;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>How municipalities are found by what people type.</summary>
internal static class MunicipalitySearch
{
    /// <summary>
    /// Those with <paramref name="text"/> in a name of any language, or at the beginning of the code. The stored names hold
    /// Latin and Cyrillic forms, so "Kharkiv" and "харків" find the same place.
    /// </summary>
    public static IQueryable<Municipality> Named(this IQueryable<Municipality> all, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return all;
        var (part, start) = (LikePattern.Containing(text.Trim()), LikePattern.StartingWith(text.Trim()));
        return all.Where(m =>
            EF.Functions.ILike(EF.Functions.Collate(m.Facts.Names.Nb!, ReaderCollation.AnyLanguage), part, "\\") ||
            EF.Functions.ILike(EF.Functions.Collate(m.Facts.Names.Uk!, ReaderCollation.AnyLanguage), part, "\\") ||
            EF.Functions.ILike(EF.Functions.Collate(m.Facts.Names.En!, ReaderCollation.AnyLanguage), part, "\\") ||
            EF.Functions.ILike(m.Code, start, "\\"));
    }

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

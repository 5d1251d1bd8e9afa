using System.Linq.Expressions;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>How municipalities are found by what people type.</summary>
internal static class MunicipalitySearch
{
    /// <summary>From here on a text is looked for across scripts and spellings, and from here on also roughly.</summary>
    private const int ShortestAcrossScripts = 3;
    private const int ShortestRoughly = 5;

    /// <summary>By word_similarity of pg_trgm, 0 to 1: what Kharkov has of Харківська, and few others have.</summary>
    private const double Roughly = 0.5;

    /// <summary>
    /// Those with <paramref name="text"/> in a name of any language, in whatever script and transliteration, or at the beginning of the
    /// code. When there are none, those with a word that is written nearly so.
    /// </summary>
    public static async Task<IQueryable<Municipality>> NamedAsync(
        this IQueryable<Municipality> all, string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return all;
        // As names are stored; a Mac types letters and their marks apart.
        var asked = text.Trim().Normalize();
        var holding = Holding(all, asked);
        return asked.Length < ShortestRoughly || !IsName(asked) || await holding.AnyAsync(cancellationToken)
            ? holding
            : all.Where(m => EF.Functions.TrigramsWordSimilarity(SearchKey.Of(asked), EF.Property<string>(m, SearchKey.Column)) >= Roughly);
    }

    private static IQueryable<Municipality> Holding(IQueryable<Municipality> all, string text)
    {
        var (part, start) = (LikePattern.Containing(text.ToLowerInvariant()), LikePattern.StartingWith(text));
        var isName = text.Length >= ShortestAcrossScripts && IsName(text);
        return all.Where(m =>
            EF.Functions.Like(EF.Property<string>(m, SearchKey.LowerNames), part, "\\") ||
            EF.Functions.ILike(m.Code, start, "\\") ||
            (isName && SearchKey.Of(text).Length >= ShortestAcrossScripts && EF.Functions.Like(EF.Property<string>(m, SearchKey.Column), "%" + SearchKey.Of(text) + "%")));
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

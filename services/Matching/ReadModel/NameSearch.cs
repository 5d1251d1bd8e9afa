using System.Linq.Expressions;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.ReadModel;

/// <summary>Searches in names and codes as people type them: in any order, any language, large or small letters.</summary>
internal static class NameSearch
{
    private const int MostWords = 8;

    /// <summary>The words of a search as patterns for ILIKE.</summary>
    public static IEnumerable<string> PatternsOf(string query) => query
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(LikePattern.Containing);

    /// <summary>The name by which a list is sorted for a reader of <paramref name="language"/>.</summary>
    public static Expression<Func<KnownPlace, string>> SortName(string language) => language switch
    {
        "nb" => place => EF.Functions.Collate(place.Nb, "nb-x-icu"),
        "uk" => place => EF.Functions.Collate(place.Uk, "uk-x-icu"),
        _ => place => EF.Functions.Collate(place.En, "en-x-icu"),
    };

    /// <summary>The name of the place that <paramref name="place"/> picks from a row, as a sort key.</summary>
    public static Expression<Func<TRow, string>> Of<TRow>(
        Expression<Func<TRow, KnownPlace>> place, Expression<Func<KnownPlace, string>> name) =>
        Expression.Lambda<Func<TRow, string>>(new Replace(name.Parameters[0], place.Body).Visit(name.Body), place.Parameters);

    private sealed class Replace(ParameterExpression parameter, Expression with) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? with : node;
    }
}

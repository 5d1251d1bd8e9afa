using System.Linq.Expressions;

namespace Kommunebro.ServiceDefaults;

/// <summary>By what a list is sorted.</summary>
/// <param name="By">The field.</param>
/// <param name="Descending">Whether the order is turned round.</param>
public readonly record struct ListSort(string By, bool Descending)
{
    /// <summary>
    /// The field, after a minus in reversed order; the first of <paramref name="fields"/> when nothing was given. Notes unknown_value.
    /// </summary>
    public static ListSort Take(Rules rules, string? text, string field, params IReadOnlyList<string> fields)
    {
        if (string.IsNullOrEmpty(text))
            return new ListSort(fields[0], Descending: false);
        var descending = text[0] == '-';
        var by = descending ? text[1..] : text;
        rules.Check(
            fields.Contains(by, StringComparer.Ordinal), field, "unknown_value", $"Must be one of: {string.Join(", ", fields)}; a minus before it reverses.");
        return new ListSort(by, descending);
    }

    /// <summary>Puts <paramref name="rows"/> in order of <paramref name="key"/>, turned round when that was asked for.</summary>
    public IOrderedQueryable<T> Apply<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key) =>
        Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}

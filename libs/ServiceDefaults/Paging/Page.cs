using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Kommunebro.ServiceDefaults;

/// <summary>What a caller may say about paging; bound from the query with [AsParameters].</summary>
/// <param name="Limit">Rows a page, 1 to 200; 50 when not given.</param>
/// <param name="Cursor">The "next" of the page before; null for the first page.</param>
public readonly record struct PageRequest(int? Limit, string? Cursor)
{
    /// <summary>The number of rows of a page.</summary>
    /// <exception cref="Refusal">out_of_range: the limit is not 1 to 200.</exception>
    public int Size() => Limit is null or (>= 1 and <= 200)
        ? Limit ?? 50
        : throw new Refusal(RefusalKind.Invalid, "out_of_range", "A page has 1 to 200 rows.", "limit");
}

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>Makes a page of up to <paramref name="size"/> rows from a query that took one more.</summary>
    /// <param name="rows">Up to size + 1 rows.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="cursor">The cursor after a row.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> rows, int size, Func<T, string> cursor) =>
        rows.Count <= size ? new Page<T>(rows, null) : new Page<T>([.. rows.Take(size)], cursor(rows[size - 1]));
}

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The cursor of the page after; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Tells the address of the next page in the Link header, too.</summary>
    public Page<T> WithLink(HttpContext context)
    {
        if (Next is not null)
        {
            var query = context.Request.Query.Where(entry => !entry.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase))
                .SelectMany(entry => entry.Value, (entry, value) => KeyValuePair.Create(entry.Key, value ?? ""))
                .Append(KeyValuePair.Create("cursor", Next));
            var address = context.Request.PathBase + context.Request.Path + new QueryBuilder(query).ToQueryString();
            context.Response.Headers.Append("Link", $"<{address}>; rel=\"next\"");
        }

        return this;
    }
}

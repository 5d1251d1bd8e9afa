using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Kommunebro.Admin.Elements;

/// <summary>The address of a list is its state: filters, sorting and page stand in it.</summary>
public static class ListAddress
{
    /// <summary>Page sizes.</summary>
    public static readonly IReadOnlyList<int> Sizes = [20, 50, 100];

    /// <summary>The size that the address asks for, or 20.</summary>
    public static int Size(int? asked) => asked is { } size && Sizes.Contains(size) ? size : 20;

    /// <summary>The page that the address asks for, from 1.</summary>
    public static int Page(int? asked) => asked is > 0 ? asked.Value : 1;

    /// <summary>What <paramref name="address"/> says of <paramref name="parts"/>, in their order: the same list has the same query.</summary>
    public static string Of(string address, IReadOnlyList<string> parts)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        var given = parts.Where(part => query.TryGetValue(part, out var value) && !string.IsNullOrEmpty(value))
            .ToDictionary(part => part, part => (string?)query[part]);
        return QueryHelpers.AddQueryString("", given).TrimStart('?');
    }

    /// <summary>This address with other values; null removes one. The page starts anew unless it is given.</summary>
    public static string With(this NavigationManager nav, params (string Name, object? Value)[] values)
    {
        var changes = new Dictionary<string, object?> { ["page"] = null, ["done"] = null };
        foreach (var (name, value) in values)
            changes[name] = value;
        return new Uri(nav.GetUriWithQueryParameters(changes)).PathAndQuery;
    }
}

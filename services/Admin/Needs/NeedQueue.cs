using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Elements;
using Kommunebro.Contracts.Needs.V1;
using Microsoft.AspNetCore.WebUtilities;

namespace Kommunebro.Admin.Needs;

/// <summary>The list from which a need was opened, as it is now: whoever works it through goes from one need to the next.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Total">How many needs it has.</param>
/// <param name="Place">Where the need stands in it, from 1; null when it is no longer there, as after a decision.</param>
/// <param name="Previous">The address of the need before it; null when there is none.</param>
/// <param name="Next">The address of the need after it; null when there is none.</param>
public sealed record NeedQueue(string Address, int Total, int? Place, string? Previous, string? Next)
{
    /// <summary>The address of a need in the list that <paramref name="list"/> asks for.</summary>
    /// <param name="id">The need.</param>
    /// <param name="list">The query of the list's address.</param>
    public static string AddressOf(string id, string list) => $"needs/{id}?queue={Uri.EscapeDataString(list.TrimStart('?'))}";

    /// <summary>What the query of a list's address asks for.</summary>
    public static FindNeedsRequest RequestOf(string list)
    {
        var query = QueryHelpers.ParseQuery(list);
        var request = new FindNeedsRequest
        {
            Query = Value("q"),
            Urgency = Number("urgency") ?? 0,
            Category = Value("category"),
            AreaCode = Value("area"),
            Sort = Value("sort"),
            Page = ListAddress.Page(Number("page")),
            PageSize = ListAddress.Size(Number("size")),
        };
        if (Value("status") is { Length: > 0 } status)
            request.Statuses.Add(status);
        return request;

        string Value(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";

        int? Number(string name) => int.TryParse(Value(name), CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Looks where <paramref name="id"/> stands in the list; null when nobody can say now.</summary>
    public static async Task<NeedQueue?> FindAsync(NeedsClient needs, string list, string id)
    {
        var request = RequestOf(list);
        if ((await needs.FindNeedsAsync(request).ReplyAsync()).Value is not { } found)
            return null;
        var ids = found.Rows.Select(row => row.NeedId).ToList();
        var at = ids.IndexOf(id);
        var address = $"needs?{list}#need-{id}";
        if (at < 0)
            return new NeedQueue(address, found.Total, null, null, ids.Count > 0 ? AddressOf(ids[0], list) : null);
        var place = ((request.Page - 1) * request.PageSize) + at + 1;
        return new NeedQueue(
            address,
            found.Total,
            place,
            at > 0 ? AddressOf(ids[at - 1], list) : place > 1 ? await EdgeAsync(needs, request, -1, list) : null,
            at < ids.Count - 1 ? AddressOf(ids[at + 1], list) : place < found.Total ? await EdgeAsync(needs, request, 1, list) : null);
    }

    /// <summary>The need across the edge of the page.</summary>
    private static async Task<string?> EdgeAsync(NeedsClient needs, FindNeedsRequest request, int pages, string list)
    {
        var beyond = request.Clone();
        beyond.Page += pages;
        if ((await needs.FindNeedsAsync(beyond).ReplyAsync()).Value is not { Rows.Count: > 0 } found)
            return null;
        var query = QueryHelpers.ParseQuery(list);
        query["page"] = beyond.Page.ToString(CultureInfo.InvariantCulture);
        return AddressOf((pages > 0 ? found.Rows[0] : found.Rows[^1]).NeedId, QueryHelpers.AddQueryString("", query));
    }
}

using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Data;

/// <summary>Paging through what is sorted by its id, which is by time.</summary>
internal static class IdCursor
{
    /// <summary>The cursor after the row with <paramref name="id"/>.</summary>
    public static string After(Guid id) => Cursor.Encode(id.ToString());

    /// <summary>The last id of the page before, or null on the first page.</summary>
    /// <exception cref="Refusal">invalid_cursor.</exception>
    public static Guid? Of(PageRequest page) =>
        page.Cursor is null ? null
        : Guid.TryParse(Cursor.Decode(page.Cursor, 1)[0], out var id) ? id
        : throw Cursor.Invalid();
}

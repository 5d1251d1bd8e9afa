using System.Buffers.Text;
using System.Text.Json;

namespace Kommunebro.ServiceDefaults;

/// <summary>Where a page ends: the sort values of its last row, opaque to the caller.</summary>
public static class Cursor
{
    /// <summary>The cursor after a row with these sort values.</summary>
    public static string Encode(params string[] values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));

    /// <summary>The sort values of <paramref name="cursor"/>.</summary>
    /// <param name="cursor">What the caller sent.</param>
    /// <param name="count">How many values the list sorts by.</param>
    /// <exception cref="Refusal">invalid_cursor: it is not one of ours.</exception>
    public static string[] Decode(string cursor, int count)
    {
        try
        {
            if (JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor)) is { } values
                && values.Length == count && Array.TrueForAll(values, value => value is not null))
                return values;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            // Told below, like a cursor of another list.
        }

        throw Invalid();
    }

    /// <summary>The refusal of a cursor whose values this list cannot read.</summary>
    public static Refusal Invalid() =>
        new(RefusalKind.Invalid, "invalid_cursor", "Take the cursor from the 'next' of the page before, unchanged.", "cursor");
}

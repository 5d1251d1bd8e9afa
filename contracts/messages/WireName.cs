using System.Collections.Concurrent;
using System.Text.Json;

namespace Kommunebro.Contracts;

/// <summary>Enumerations as they stand on the wire and in the API: their names in snake_case.</summary>
public static class WireName
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    /// <summary>The wire name of <paramref name="value"/>, e.g. "active_hostilities".</summary>
    public static string Of<T>(T value) where T : struct, Enum =>
        Names.GetOrAdd(value, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

    /// <summary>The value whose wire name is <paramref name="name"/>.</summary>
    /// <exception cref="FormatException">No value has that name.</exception>
    public static T Parse<T>(string name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(Of(value), name, StringComparison.Ordinal))
                return value;
        throw new FormatException($"'{name}' is not a {typeof(T).Name}.");
    }
}

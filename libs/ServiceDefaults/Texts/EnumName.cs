using System.Collections.Frozen;
using System.Text.Json;

namespace Kommunebro.ServiceDefaults;

/// <summary>The values of an enumeration by their names in snake_case, e.g. "two_words".</summary>
public static class EnumName
{
    /// <summary>How a value gets its name; JSON uses it, too.</summary>
    public static JsonNamingPolicy Policy => JsonNamingPolicy.SnakeCaseLower;

    /// <summary>The name of <paramref name="value"/>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.OfValues[value];

    /// <summary>The value called exactly <paramref name="name"/>, or null when there is none.</summary>
    public static T? Find<T>(string name) where T : struct, Enum =>
        Names<T>.Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>All names, in the order in which the values are declared.</summary>
    public static IEnumerable<string> All<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> OfValues =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Policy.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> Values =
            OfValues.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}

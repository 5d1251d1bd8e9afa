using System.Collections.Frozen;
using System.Text.Json;

namespace Kommunebro.Admin;

/// <summary>All texts, from the embedded files: a key stands once, beside its three languages.</summary>
public static class WordBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>By key.</summary>
    public static FrozenDictionary<string, Phrase> All { get; } = Read();

    private static FrozenDictionary<string, Phrase> Read()
    {
        var assembly = typeof(WordBook).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("texts/", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, Phrase>>(file, Json)!;
            })
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }
}

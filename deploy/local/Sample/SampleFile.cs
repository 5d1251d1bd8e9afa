using System.Text.Json.Nodes;

namespace Kommunebro.Local.Sample;

/// <summary>One file of the folder samples/: a notice and items, most of them request bodies as they stand.</summary>
internal static class SampleFile
{
    /// <summary>The items of <paramref name="name"/>, in the order of the file.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "samples", $"{name}.json"));
        var content = await JsonNode.ParseAsync(file, cancellationToken: cancellationToken);
        return [.. content!["items"]!.AsArray().Select(item => item!.AsObject())];
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>A line of DREAM's change feed.</summary>
/// <param name="Id">The id by which the API calls the idea.</param>
/// <param name="UpdatedAt">When it changed.</param>
internal sealed record DreamChange(string Id, DateTimeOffset UpdatedAt);

/// <summary>The public API of DREAM: open to all, read only.</summary>
internal sealed class DreamFeed(HttpClient http)
{
    private const string Ideas = "marketplace/public/dream/ideas";

    /// <summary>Where it is.</summary>
    public const string Address = "https://public-api.dream.gov.ua/";

    /// <summary>A page of ideas that changed since, oldest change first; a change at that very moment comes again.</summary>
    /// <exception cref="Refusal">not_dream.</exception>
    public async Task<IReadOnlyList<DreamChange>> ChangesAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var from = since is { } moment ? $"&from={Uri.EscapeDataString(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture))}" : "";
        var page = await GetAsync($"{Ideas}?order=asc{from}", cancellationToken);
        return Readable<JsonNode>(() => (page as JsonObject)?["data"]) is JsonArray lines
            ? [.. lines.OfType<JsonObject>().Select(ChangeOf).OfType<DreamChange>().OrderBy(change => change.UpdatedAt)]
            : throw NotDream();
    }

    /// <summary>All that it says of an idea; null when it has been taken down.</summary>
    /// <exception cref="Refusal">not_dream.</exception>
    public async Task<JsonObject?> IdeaAsync(string id, CancellationToken cancellationToken) =>
        await GetAsync($"{Ideas}/{Uri.EscapeDataString(id)}", cancellationToken) as JsonObject;

    private static DreamChange? ChangeOf(JsonObject line) => Readable<DreamChange>(() =>
        (line["internal"] as JsonObject)?["id"]?.ToString() is { Length: > 0 } id && DreamTime.Of(line) is { } updated ? new DreamChange(id, updated) : null);

    /// <summary>What is read; null when JSON has a name twice there, or half a character, which is told only when it is looked at.</summary>
    private static T? Readable<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;
        answer.EnsureSuccessStatusCode();
        try
        {
            return JsonNode.Parse(await answer.Content.ReadAsStreamAsync(cancellationToken));
        }
        catch (JsonException)
        {
            throw NotDream();
        }
    }

    private static Refusal NotDream() => new(RefusalKind.Unavailable, "not_dream", "What answers at this address is not DREAM's public API.");
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kommunebro.Tests.EndToEnd.Walk;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>The things that answers told of: ids by kind, who found them first, and their versions.</summary>
internal sealed class Finds
{
    /// <summary>Kinds of things that concern one organisation alone: another's answer must not name one.</summary>
    private static readonly string[] Private =
        ["contacts/{}", "webhooks/{}", "webhooks/{}/deliveries/{}", "needs/drafts/{}", "needs/imports/{}", "needs/{}/attachments/{}"];

    private const int Recent = 6;

    private readonly ConcurrentDictionary<string, List<Find>> _byKind = [];
    private readonly ConcurrentDictionary<string, string> _versions = [];
    private readonly ConcurrentDictionary<string, string> _owners = [];
    private readonly Dictionary<string, string> _placeholders;

    public Finds(DescribedApi api, Seed seed)
    {
        _placeholders = api.Operations.Where(operation => operation.Kind is not null)
            .GroupBy(operation => operation.Kind!).ToDictionary(kind => kind.Key, kind => kind.First().Placeholder!);
        foreach (var operation in api.Operations.Where(operation => operation.Kind is not null))
            foreach (var row in RestTable.Rows.Where(row => row.Call == operation.Call && row.Of is not null))
                Add(operation.Kind!, seed.Things[row.Of!], row.Partners.Contains("owner") && !row.Partners.Contains("supplier") ? "owner" : "staff");
    }

    /// <summary>One of a kind, as often as can be one that <paramref name="side"/> found; null when nobody found any.</summary>
    public IReadOnlyList<string>? One(string kind, string side, Random random)
    {
        if (!_byKind.TryGetValue(kind, out var all))
            return null;
        lock (all)
        {
            var own = all.Where(find => find.Side == side).ToList();
            var among = own.Count > 0 && random.Next(4) > 0 ? own : all;
            // What came last is more often still there.
            return among[^(1 + random.Next(random.Next(2) == 0 ? Math.Min(among.Count, Recent) : among.Count))].Ids;
        }
    }

    /// <summary>The version of a thing that was told last, with its quotes.</summary>
    public string? VersionOf(string kind, IReadOnlyList<string> ids) => _versions.GetValueOrDefault(Key(kind, ids));

    /// <summary>The id of another organisation's private thing in <paramref name="text"/>, beside <paramref name="named"/>; null when there is none.</summary>
    public string? ForeignIn(string text, string side, IReadOnlyList<string> named) => _owners
        .Where(owned => owned.Value != side && !named.Contains(owned.Key) && text.Contains(owned.Key, StringComparison.Ordinal))
        .Select(owned => owned.Key).FirstOrDefault();

    /// <summary>Whether it is another organisation's private thing.</summary>
    public bool IsForeign(string id, string side) => _owners.TryGetValue(id, out var owner) && owner != side;

    /// <summary>Keeps what an answer tells.</summary>
    public void Learn(FuzzedRequest request, Reader reader, FuzzAnswer answer)
    {
        if (!answer.Taken || answer.Json is not JsonObject root)
            return;
        var operation = request.Operation;
        var child = Operation.KindOf($"{operation.Path}/{{}}");
        var (kind, above) = _placeholders.ContainsKey(child) ? (child, request.Ids) : ($"{operation.Path.Split('/')[^1]}/{{}}", []);
        if (_placeholders.TryGetValue(kind, out var name))
            foreach (var thing in ThingsIn(root))
                if ((thing[name] ?? thing["id"]) is JsonValue id && !above.Contains($"{id}"))
                    Tell(kind, [.. above, $"{id}"], reader.Side, $"{thing["version"]}");
        if (operation.Kind is { } own && answer.ETag is { } tag && !_placeholders.ContainsKey(child))
            _versions[Key(own, request.Ids)] = tag;
    }

    private void Tell(string kind, IReadOnlyList<string> ids, string side, string version)
    {
        Add(kind, ids, side);
        if (version.Length > 0)
            _versions[Key(kind, ids)] = $"\"{version}\"";
    }

    private void Add(string kind, IReadOnlyList<string> ids, string side)
    {
        var all = _byKind.GetOrAdd(kind, _ => []);
        lock (all)
            if (!all.Any(find => find.Ids.SequenceEqual(ids)))
                all.Add(new Find(ids, side));
        // What staff made for an organisation becomes its own when it finds it.
        if (Private.Contains(kind) && side != "staff")
            _owners.TryAdd(ids[^1], side);
    }

    private static IEnumerable<JsonObject> ThingsIn(JsonObject root) =>
        [root, .. root.Select(field => field.Value).OfType<JsonObject>(), .. root["items"] is JsonArray items ? items.OfType<JsonObject>() : []];

    private static string Key(string kind, IReadOnlyList<string> ids) => $"{kind} {string.Join(' ', ids)}";

    private sealed record Find(IReadOnlyList<string> Ids, string Side);
}

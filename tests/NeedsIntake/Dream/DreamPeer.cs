using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.NeedsIntake.Dream;

/// <summary>Stands where DREAM's public API stands, with its addresses and the forms of its answers.</summary>
internal sealed class DreamPeer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Updated, JsonObject Detail)> _ideas = new(StringComparer.Ordinal);

    private DreamPeer(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    /// <summary>How many ideas a page of the feed has.</summary>
    public int PageSize { get; set; } = 1_000;

    /// <summary>From how many details on it answers no more.</summary>
    public int FailsAfter { get; set; } = int.MaxValue;

    /// <summary>Ideas of which it never can tell.</summary>
    public ConcurrentDictionary<string, bool> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>What it answers for an idea instead.</summary>
    public ConcurrentDictionary<string, IResult> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Lines of the feed that stand before the others, as they are.</summary>
    public IReadOnlyList<string> Lines { get; set; } = [];

    /// <summary>How often each idea was read.</summary>
    public ConcurrentDictionary<string, int> Reads { get; } = new(StringComparer.Ordinal);

    public static async Task<DreamPeer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = FreePort.Next();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var peer = new DreamPeer(app, new Uri($"http://127.0.0.1:{port}/"));
        app.MapGet("/marketplace/public/dream/ideas", peer.Feed);
        app.MapGet("/marketplace/public/dream/ideas/{id}", peer.Detail);
        await app.StartAsync();
        return peer;
    }

    public void Say(string id, DateTimeOffset updated, JsonObject said, string status = "active") =>
        _ideas[id] = (updated, new JsonObject
        {
            ["internal"] = new JsonObject { ["id"] = id, ["code"] = $"DREAM-UA-010126-{id.ToUpperInvariant()}", ["status"] = status },
            ["cdu_response"] = said,
        });

    /// <summary>An idea as DREAM tells it.</summary>
    public static JsonObject Idea(string title, string location, params (string Scheme, string Id)[] classifications) => new()
    {
        ["title"] = new JsonArray(Said("uk", title), Said("en", $"{title} (en)")),
        ["description"] = new JsonArray(Said("uk", "Опис")),
        ["purpose"] = "restoration",
        ["parties"] = new JsonArray(new JsonObject { ["identifier"] = new JsonObject { ["scheme"] = "UA-EDR", ["id"] = "12345678" } }),
        ["additionalClassifications"] = new JsonArray([.. classifications.Select(one => new JsonObject { ["scheme"] = one.Scheme, ["id"] = one.Id })]),
        ["approaches"] = new JsonArray(new JsonObject
        {
            ["items"] = new JsonArray(new JsonObject
            {
                ["locations"] = new JsonArray(new JsonObject
                {
                    ["gazetteer"] = new JsonObject { ["scheme"] = "UA-CATOTTG", ["identifiers"] = new JsonArray(location) },
                }),
            }),
        }),
        ["metrics"] = new JsonArray(new JsonObject { ["id"] = "numberOfIDP", ["value"] = 1200 }),
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static JsonObject Said(string language, string text) => new() { ["lang"] = language, ["translation"] = text };

    private IResult Feed(DateTimeOffset? from)
    {
        var lines = _ideas.Where(idea => from is null || idea.Value.Updated >= from).OrderBy(idea => idea.Value.Updated).Take(PageSize)
            .Select(idea => new JsonObject
            {
                ["internal"] = new JsonObject { ["id"] = idea.Key },
                ["external"] = new JsonObject { ["updated"] = idea.Value.Updated.ToString("O") },
            }.ToJsonString());
        return Results.Text($$"""{"data":[{{string.Join(',', Lines.Concat(lines))}}]}""", "application/json");
    }

    private IResult Detail(string id)
    {
        if (Reads.Values.Sum() >= FailsAfter || Broken.ContainsKey(id))
            return Results.StatusCode(StatusCodes.Status502BadGateway);
        if (Answers.TryGetValue(id, out var answer))
            return answer;
        Reads.AddOrUpdate(id, 1, (_, reads) => reads + 1);
        return _ideas.TryGetValue(id, out var idea) ? Results.Json(idea.Detail) : Results.NotFound();
    }
}

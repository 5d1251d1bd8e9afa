using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Tests.EndToEnd.Walk;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>
/// What a town's client, both coordinators and an administrator do at the same time, at every service, without rest. Each says
/// again what broke off; what was accepted is kept in <see cref="Accepted"/>.
/// </summary>
internal sealed class MixedTraffic : IDisposable
{
    /// <summary>Begins each text of it.</summary>
    public const string Mark = "traffic";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly string[] Lists =
        ["municipalities", "offers", "areas", "needs", "needs/drafts", "proposals", "partnerships", "webhooks", "events"];

    private readonly ConcurrentDictionary<string, ConcurrentBag<(string Id, string Said)>> _accepted = [];
    private readonly TrafficGround _ground;
    private readonly IReadOnlyList<LivingToken> _tokens;
    private readonly StubbornClient _town;
    private readonly StubbornClient _auc;
    private readonly StubbornClient _ks;
    private readonly StubbornClient _administrator;

    /// <summary>The people, each with a token of its own.</summary>
    public MixedTraffic(SeparateProcesses platform, TrafficGround ground)
    {
        _ground = ground;
        LivingToken[] staff = [.. new[] { StaffRole.AucCoordinator, StaffRole.KsCoordinator, StaffRole.Administrator }
            .Select(role => LivingToken.OfStaff(platform.Tokens, role))];
        _tokens = [ground.Town, .. staff];
        _town = Of(ground.Town);
        (_auc, _ks, _administrator) = (Of(staff[0]), Of(staff[1]), Of(staff[2]));

        StubbornClient Of(LivingToken token) => new(platform.Origin, token.NowAsync, () => "");
    }

    /// <summary>What was said and taken, by what it is: ids, and the text that must stand.</summary>
    public IReadOnlyDictionary<string, ConcurrentBag<(string Id, string Said)>> Accepted => _accepted;

    /// <summary>How often somebody had to say it again.</summary>
    public int Repeated => _town.Repeated + _auc.Repeated + _ks.Repeated + _administrator.Repeated;

    /// <summary>How often somebody took another token.</summary>
    public int Renewed => _tokens.Sum(token => token.Renewed);

    /// <summary>How many lists were read.</summary>
    public int Read { get; private set; }

    /// <summary>The number of person-days that the offer has at last.</summary>
    public int PersonDays { get; private set; }

    /// <summary>Until there was enough of it.</summary>
    public Task RunAsync(Func<bool> enough) => Task.WhenAll(new Func<int, Task>[]
    {
        StateNeedAsync, KeepDraftAsync, AddContactAsync, TestWebhookAsync, WriteNoteAsync, NameScenarioAsync, ReviseOfferAsync, OpenOrganisationAsync, ReadListAsync,
    }.Select(step => RepeatAsync(step, enough)));

    public void Dispose()
    {
        foreach (var client in new[] { _town, _auc, _ks, _administrator })
            client.Dispose();
        foreach (var token in _tokens)
            token.Dispose();
    }

    private static async Task RepeatAsync(Func<int, Task> step, Func<bool> enough)
    {
        for (var turn = 0; !enough(); turn++)
        {
            await step(turn);
            await Task.Delay(Pause);
        }
    }

    private async Task StateNeedAsync(int turn)
    {
        var stated = await _town.PostAsync("needs", $"need-{turn}", Journey.Need($"{Mark} need {turn}"));
        await _auc.PostAsync($"needs/{stated["id"]}/verify", $"verify-{turn}", new JsonObject { ["method"] = "call", ["personDays"] = 30 }, 1);
        Accept("verified needs", stated, $"{Mark} need {turn}");
    }

    /// <summary>Every third draft is handed in, and is a need from then on.</summary>
    private async Task KeepDraftAsync(int turn)
    {
        var (first, last) = ($"{Mark} thought {turn}", $"{Mark} second thought {turn}");
        var draft = await _town.PostAsync("needs/drafts", $"draft-{turn}", Journey.Need(first));
        draft = await _town.PutAsync($"needs/drafts/{draft["id"]}", Journey.Need(last), (long)draft["version"]!, stands => TitleOf(stands["content"]!) == last);
        if (turn % 3 > 0)
            Accept("drafts", draft, last);
        else
            Accept("submitted needs", await _town.PostAsync($"needs/drafts/{draft["id"]}/submit", $"submit-{turn}", [], (long)draft["version"]!), last);
    }

    private async Task AddContactAsync(int turn) => Accept(
        "contacts",
        await _town.PostAsync(
            $"municipalities/{Journey.Vyshnivetska}/contacts", $"contact-{turn}", Seed.Contact($"{Mark} person {turn}", $"person-{turn}@town.example")),
        $"{Mark} person {turn}");

    private async Task TestWebhookAsync(int turn) =>
        Accept("deliveries", await _town.PostAsync($"webhooks/{_ground.Webhook}/test", $"test-{turn}", []), "webhook.test");

    private async Task WriteNoteAsync(int turn)
    {
        var seen = await _ks.GetAsync($"partnerships/{_ground.Partnership}");
        await _ks.PostAsync($"partnerships/{_ground.Partnership}/notes", $"note-{turn}", new JsonObject { ["text"] = $"{Mark} note {turn}" }, (long)seen["version"]!);
        Accept("notes", [], $"{Mark} note {turn}");
    }

    private async Task NameScenarioAsync(int turn) => Accept(
        "scenarios", await _ks.PostAsync("scenarios", $"scenario-{turn}", new JsonObject { ["name"] = $"{Mark} scenario {turn}" }), $"{Mark} scenario {turn}");

    private async Task ReviseOfferAsync(int turn)
    {
        var seen = await _ks.GetAsync($"offers/{_ground.Offer}");
        var days = 100 + turn;
        await _ks.PutAsync($"offers/{_ground.Offer}", Journey.Offer(personDays: days), (long)seen["version"]!, stands => (int)stands["personDays"]! == days);
        PersonDays = days;
    }

    private async Task OpenOrganisationAsync(int turn) => Accept(
        "organisations",
        await _administrator.PostAsync(
            "organisations", $"organisation-{turn}", new JsonObject { ["name"] = $"{Mark} organisation {turn}", ["municipalities"] = new JsonArray(Journey.Lillesand) }),
        $"{Mark} organisation {turn}");

    private async Task ReadListAsync(int turn)
    {
        await _town.GetAsync($"{Lists[turn % Lists.Length]}{(turn % Lists.Length == Array.IndexOf(Lists, "areas") ? "" : "?limit=50")}");
        Read++;
    }

    private void Accept(string what, JsonObject taken, string said) => _accepted.GetOrAdd(what, _ => []).Add(($"{taken["id"]}", said));

    private static string TitleOf(JsonNode content) => $"{content["title"]?["uk"]}";
}

using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kommunebro.Contracts;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>From a partner's token to a partnership, through the gateway: what each side does and gets.</summary>
internal sealed partial class PartnerJourney(IRunningPlatform platform) : IDisposable
{
    private const string Mayor = "ordforer@vennesla.example";
    private const string Head = "holova@vyshnivets.example";

    private readonly Journey _journey = new(platform);

    public void Dispose() => _journey.Dispose();

    public async Task WalkAsync()
    {
        await _journey.RegisterBothSidesAsync();
        await _journey.OfferAsync();
        await AddContactAsync(_journey.Ks, Journey.Vennesla, "Ola Eksempel", Mayor, "nb");
        await AddContactAsync(_journey.Auc, Journey.Vyshnivetska, "Оксана Приклад", Head, "uk");
        using var town = await ClientOfAsync("Vyshnivets", Journey.Vyshnivetska);
        using var stranger = await ClientOfAsync("Stranger", "UA05020030000031457");
        await using var receiver = await WebhookPeer.StartNewAsync();
        await SubscribeAsync(town, receiver);

        var need = await _journey.SubmitNeedAsync(by: town);
        await _journey.VerifyAsync(need);
        await _journey.UntilMatchingKnowsAsync(need);
        var proposal = await ProposedAsync(need);
        await ApproveAsync(proposal);
        Assert.Equal(HttpStatusCode.NotFound, (await town.TryGetAsync($"proposals/{proposal}")).Status);
        await AnswerByLinkAsync();
        await AnswerAsHromadaAsync(town, stranger, proposal);

        var partnership = (Guid)(await _journey.Ks.GetAsync($"proposals/{proposal}"))["partnershipId"]!;
        await TellBothAsync(partnership);
        await BeginAsync(partnership, need);
        var call = await receiver.WaitForAsync(call => call.Type == "partnership.stage_reached", "the town's system hears of the letter of intent");
        Assert.Null(call.Fault);
    }

    private static Task<JsonObject> AddContactAsync(Door door, string code, string name, string email, string language) => door.PostAsync(
        $"municipalities/{code}/contacts",
        new JsonObject { ["name"] = name, ["email"] = email, ["language"] = language, ["consent"] = true });

    /// <summary>A client of a new organisation that acts for one municipality.</summary>
    private async Task<Door> ClientOfAsync(string name, string code)
    {
        using var administrator = new Door(platform.Origin, platform.Tokens.Of(StaffRole.Administrator));
        var organisation = await administrator.PostAsync("organisations", new JsonObject { ["name"] = name, ["municipalities"] = new JsonArray(code) });
        var made = await administrator.PostAsync($"organisations/{organisation["id"]}/clients", new JsonObject
        {
            ["name"] = name,
            ["scopes"] = new JsonArray("needs.read", "needs.write", "proposals.read", "proposals.answer", "partnerships.read", "webhooks.manage"),
        });
        return await Door.OfClientAsync(platform.Origin, (string)made["client"]!["clientId"]!, (string)made["secret"]!);
    }

    private static async Task SubscribeAsync(Door town, WebhookPeer receiver)
    {
        var webhook = await town.PostAsync("webhooks", new JsonObject
        {
            ["url"] = receiver.Address.ToString(),
            ["events"] = new JsonArray("need.verified", "proposal.released_to_hromada", "partnership.stage_reached"),
        });
        await receiver.TrustAsync((string)webhook["secret"]!);
    }

    private async Task<Guid> ProposedAsync(Guid need)
    {
        var run = await _journey.StartRunAsync();
        await _journey.PlanAsync(run, "nb");
        Guid? found = null;
        await Eventually.TrueAsync(
            async () => (found = (Guid?)(await _journey.Ks.GetAsync("proposals?status=proposed&limit=200"))["items"]!.AsArray()
                .FirstOrDefault(proposal => (Guid)proposal!["need"]!["needId"]! == need)?["id"]) is not null,
            "the run's pair is proposed");
        return found!.Value;
    }

    /// <summary>Two keys by two persons; the first alone sends nothing.</summary>
    private async Task ApproveAsync(Guid proposal)
    {
        var seen = (long)(await _journey.Ks.GetAsync($"proposals/{proposal}"))["version"]!;
        var once = await _journey.Ks.PostAsync($"proposals/{proposal}/approve", new JsonObject { ["key"] = "ks" }, seen);
        Assert.Equal("proposed", (string?)once["status"]);
        var (status, again) = await _journey.Ks.TryPostAsync(
            $"proposals/{proposal}/approve", new JsonObject { ["key"] = "ks" }, (long)once["version"]!);
        Assert.Equal((HttpStatusCode.Conflict, "already_approved"), (status, (string?)again["code"]));
        var released = await _journey.Auc.PostAsync(
            $"proposals/{proposal}/approve", new JsonObject { ["key"] = "auc" }, (long)once["version"]!);
        Assert.Equal("with_supplier", (string?)released["status"]);
    }

    /// <summary>The mayor opens the link, as mail scanners do, and only the form answers.</summary>
    private async Task AnswerByLinkAsync()
    {
        string? link = null;
        await Eventually.TrueAsync(
            () => Task.FromResult((link = platform.Mail.Letters.Where(letter => letter.To == Mayor)
                .Select(letter => LinkInLetter().Match(letter.Text).Value).FirstOrDefault(found => found.Length > 0)) is not null),
            "the mayor got the link");
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        var page = await browser.GetStringAsync(new Uri(link!));
        var fields = HiddenField().Matches(page).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        fields["accepted"] = "yes";
        using var answered = await browser.PostAsync(new Uri(link!), new FormUrlEncodedContent(fields));
        Assert.True(answered.IsSuccessStatusCode, await answered.Content.ReadAsStringAsync());

        // Used up: the page says so, and a second answer changes nothing.
        using var twice = await browser.PostAsync(new Uri(link!), new FormUrlEncodedContent(fields));
        Assert.DoesNotContain("form-answer\"", await browser.GetStringAsync(new Uri(link!)), StringComparison.Ordinal);
    }

    private static async Task AnswerAsHromadaAsync(Door town, Door stranger, Guid proposal)
    {
        await Eventually.TrueAsync(
            async () => (await town.TryGetAsync($"proposals/{proposal}")).Status == HttpStatusCode.OK, "the hromada is asked after the Norwegian yes");
        var seen = (long)(await town.GetAsync($"proposals/{proposal}"))["version"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.TryGetAsync($"proposals/{proposal}")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.TryPostAsync($"proposals/{proposal}/answer", new JsonObject { ["accepted"] = true }, seen)).Status);
        var accepted = await town.PostAsync($"proposals/{proposal}/answer", new JsonObject { ["accepted"] = true }, seen);
        Assert.Equal("accepted", (string?)accepted["status"]);
    }

    /// <summary>Two yeses: each side gets the other's contact, and a day is set.</summary>
    private async Task TellBothAsync(Guid partnership)
    {
        var talk = await _journey.Ks.GetAsync($"partnerships/{partnership}");
        Assert.Equal("first_talk", (string?)talk["stage"]);
        Assert.False((bool)talk["exists"]!);
        Assert.NotNull(talk["followUpOn"]);
        await Eventually.TrueAsync(
            () => Task.FromResult(Got(Mayor, Head) && Got(Head, Mayor)), "each side got the other's contact");

        bool Got(string to, string other) =>
            platform.Mail.Letters.Any(letter => letter.To == to && letter.Text.Contains(other, StringComparison.Ordinal));
    }

    private async Task BeginAsync(Guid partnership, Guid need)
    {
        var noted = await _journey.Auc.PostAsync(
            $"partnerships/{partnership}/notes",
            new JsonObject { ["text"] = "Перша розмова відбулася" },
            (long)(await _journey.Auc.GetAsync($"partnerships/{partnership}"))["version"]!);
        var begun = await _journey.Ks.PostAsync(
            $"partnerships/{partnership}/stage",
            new JsonObject { ["stage"] = "letter_of_intent", ["on"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null) },
            (long)noted["version"]!);
        Assert.True((bool)begun["exists"]!);
        await Eventually.TrueAsync(
            async () => (string?)(await _journey.Auc.GetAsync($"needs/{need}"))["status"] == "partly_met", "the need is partly met");
        await Eventually.TrueAsync(
            async () => (await _journey.Ks.GetAsync($"offers?municipality={Journey.Vennesla}"))["items"]!.AsArray()
                .Any(offer => (int?)offer!["committed"]?["inUsePersonDays"] == 30),
            "registry shows the capacity in use");
    }

    [GeneratedRegex(@"https?://\S+/admin/answer/[A-Za-z0-9_\-]+\S*", RegexOptions.None, 1000)]
    private static partial Regex LinkInLetter();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();
}

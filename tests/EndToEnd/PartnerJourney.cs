using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing;
using Kommunebro.Tests.EndToEnd.People;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>
/// From a partner's token to a partnership, through the gateway: towns' systems by the API, staff and mayors at a browser.
/// </summary>
internal sealed class PartnerJourney : IAsyncDisposable
{
    private const string Title = "Підтримка сільських підприємців";

    private static readonly string Today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null);

    private readonly Journey _journey;
    private readonly Mayor _mayor;
    private readonly Mayor _head;

    private PartnerJourney(IRunningPlatform platform, StaffMember ks, StaffMember auc, PartnerSystem town, PartnerSystem stranger)
    {
        (Ks, Auc, Town, Stranger, _journey) = (ks, auc, town, stranger, new Journey(platform));
        _mayor = new Mayor(platform, "ordforer@vennesla.example", "nb");
        _head = new Mayor(platform, "holova@vyshnivets.example", "uk");
    }

    /// <summary>KS's coordinator, in Norwegian.</summary>
    public StaffMember Ks { get; }

    /// <summary>AUC's coordinator, in Ukrainian.</summary>
    public StaffMember Auc { get; }

    /// <summary>The hromada's own system.</summary>
    public PartnerSystem Town { get; }

    /// <summary>The system of a hromada that has nothing to do with it.</summary>
    public PartnerSystem Stranger { get; }

    public static async Task<PartnerJourney> BeginAsync(IRunningPlatform platform)
    {
        var ks = await StaffMember.JoinAsync(platform, "Kari Koordinator", "nb", StaffRole.KsCoordinator);
        var auc = await StaffMember.JoinAsync(platform, "Олена Координаторка", "uk", StaffRole.AucCoordinator);
        var journey = new PartnerJourney(
            platform, ks, auc,
            await PartnerSystem.JoinAsync(platform, "Vyshnivets", Journey.Vyshnivetska),
            await PartnerSystem.JoinAsync(platform, "Stranger", "UA05020030000031457"));
        await journey._journey.RegisterBothSidesAsync();
        await journey._journey.OfferAsync();
        await AddContactAsync(journey._journey.Ks, Journey.Vennesla, "Ola Eksempel", journey._mayor.Email, "nb");
        await AddContactAsync(journey._journey.Auc, Journey.Vyshnivetska, "Оксана Приклад", journey._head.Email, "uk");
        await journey.Town.SubscribeAsync("need.verified", "proposal.released_to_hromada", "partnership.stage_reached");
        return journey;
    }

    public async Task WalkAsync()
    {
        var need = await _journey.SubmitNeedAsync(Title, Town.Door);
        await Auc.GoAsync("needs?status=submitted");
        await Auc.FollowAsync(Title);
        await Auc.DoAsync("verify", ("personDays", "30"), ("note", "Зателефонували голові"));
        await _journey.UntilMatchingKnowsAsync(need);

        var proposal = await ProposeByRunAsync();
        await Auc.GoAsync($"proposals/{proposal}");
        await Auc.DoAsync("approve_auc");
        Assert.Equal(HttpStatusCode.NotFound, (await Town.Door.TryGetAsync($"proposals/{proposal}")).Status);
        await _mayor.SayYesAsync();
        await AnswerAsHromadaAsync(proposal);
        await TellBothAsync();
        await BecomePartnersAsync(proposal, need);
    }

    /// <summary>No browser complained on the way.</summary>
    public void NothingWasBroken() => Assert.Empty(Ks.Complaints.Concat(Auc.Complaints));

    /// <summary>AUC refuses one need, asks about another, and verifies it when the town has answered.</summary>
    /// <returns>The need that was verified in the end.</returns>
    public async Task<Guid> JudgeNeedsAsync()
    {
        var refused = await _journey.SubmitNeedAsync("Купити автомобіль для голови", Town.Door);
        await Auc.GoAsync($"needs/{refused}");
        await Auc.DoAsync("reject", ("reasonCode", "outside_programme"), ("text", "Це не для співпраці громад"));
        Assert.Equal("rejected", (string?)(await Town.Door.GetAsync($"needs/{refused}"))["status"]);

        var unclear = await _journey.SubmitNeedAsync("Допомога громаді", Town.Door);
        await Auc.GoAsync($"needs/{unclear}");
        await Auc.DoAsync("return", ("question", "Кому саме?"));
        var asked = await Town.Door.GetAsync($"needs/{unclear}");
        Assert.Equal("Кому саме?", (string?)asked["question"]);
        await Town.Door.PutAsync($"needs/{unclear}", Journey.Need("Допомога фермерам"), (long)asked["version"]!);
        await Auc.GoAsync($"needs/{unclear}");
        await Auc.DoAsync("verify", ("personDays", "20"));
        return unclear;
    }

    /// <summary>KS proposes from the shortlist, AUC agrees, and KS notes the municipality's no.</summary>
    public async Task ProposeByHandAsync(Guid need)
    {
        await _journey.UntilMatchingKnowsAsync(need);
        await Ks.GoAsync($"needs/{need}");
        await Ks.FollowAsync("Hvem passer til dette behovet?");
        await Ks.DoAsync("propose", ("candidate", $"{need}/{Journey.Vennesla}"), ("reason", "De kjenner hverandre alt"));
        var proposal = new Uri(Ks.Page.Url).Segments[^1];
        await Auc.GoAsync($"proposals/{proposal}");
        await Auc.DoAsync("approve_auc");
        await Ks.GoAsync($"proposals/{proposal}");
        await Ks.DoAsync(
            "record_supplier_answer", ("accepted", "no"), ("reason", "no_capacity_now"), ("channel", "phone"), ("answeredOn", Today), ("note", "Til våren, kanskje"));
        await Ks.SeesAsync("Til våren, kanskje");
    }

    /// <summary>KS registers a partnership that two mayors made by themselves.</summary>
    public async Task RegisterAsync()
    {
        await Ks.GoAsync("partnerships/new");
        await Ks.DoAsync(
            "register", ("supplierCode", Journey.Lillesand), ("hromadaCode", Journey.Vyshnivetska), ("stage", "letter_of_intent"), ("since", Today),
            ("areaCode", Journey.RuralDevelopment), ("personDays", "15"), ("note", "Ordførerne møttes i Lviv"));
        await Ks.SeesAsync("Ordførerne møttes i Lviv");
    }

    public async ValueTask DisposeAsync()
    {
        _journey.Dispose();
        await Ks.DisposeAsync();
        await Auc.DisposeAsync();
        await Town.DisposeAsync();
        await Stranger.DisposeAsync();
    }

    private static Task<JsonObject> AddContactAsync(Door door, string code, string name, string email, string language) => door.PostAsync(
        $"municipalities/{code}/contacts",
        new JsonObject { ["name"] = name, ["email"] = email, ["language"] = language, ["consent"] = true });

    /// <summary>KS starts a run, watches it, reads why, and turns its key; the hromada hears nothing yet.</summary>
    /// <returns>The proposal's id.</returns>
    private async Task<string> ProposeByRunAsync()
    {
        await Ks.GoAsync("runs");
        await Ks.SendAsync("start", []);
        await Ks.SeesAsync("Ferdig");
        await Ks.FollowAsync("Se forslagene");
        await Ks.FollowAsync(Title);
        await Ks.SeesAsync("Vennesla");
        var points = await Ks.Page.Locator("tbody td:nth-of-type(2)").AllInnerTextsAsync();
        Assert.Equal(await Ks.Page.Locator("[data-total]").InnerTextAsync(), $"{points.Sum(int.Parse)}");
        Assert.All(await Ks.Page.Locator("tbody td:nth-of-type(3)").AllInnerTextsAsync(), Assert.NotEmpty);
        await Ks.DoAsync("approve_ks");
        Assert.Equal(0, await Ks.Page.Locator("#form-approve_ks").CountAsync());
        return new Uri(Ks.Page.Url).Segments[^1];
    }

    private async Task AnswerAsHromadaAsync(string proposal)
    {
        await Eventually.TrueAsync(
            async () => (await Town.Door.TryGetAsync($"proposals/{proposal}")).Status == HttpStatusCode.OK, "the hromada is asked after the Norwegian yes");
        var seen = (long)(await Town.Door.GetAsync($"proposals/{proposal}"))["version"]!;
        var yes = new JsonObject { ["accepted"] = true };
        Assert.Equal(HttpStatusCode.NotFound, (await Stranger.Door.TryGetAsync($"proposals/{proposal}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Stranger.Door.TryPostAsync($"proposals/{proposal}/answer", yes, seen)).Status);
        Assert.Equal("accepted", (string?)(await Town.Door.PostAsync($"proposals/{proposal}/answer", yes, seen))["status"]);
    }

    /// <summary>Two yeses: each side gets the other's contact.</summary>
    private Task TellBothAsync() => Eventually.TrueAsync(
        () => Task.FromResult(_mayor.WasTold(_head.Email) && _head.WasTold(_mayor.Email)), "each side got the other's contact");

    /// <summary>Notes after the first talk, then the letter of intent: need, capacity and webhook follow.</summary>
    private async Task BecomePartnersAsync(string proposal, Guid need)
    {
        await Auc.GoAsync("inbox");
        await Auc.GoAsync($"proposals/{proposal}");
        await Auc.FollowAsync("Перейти до партнерства");
        await Auc.DoAsync("note", ("text", "Перша розмова відбулася"));
        await Ks.GoAsync($"partnerships/{new Uri(Auc.Page.Url).Segments[^1]}");
        await Ks.SeesAsync("Перша розмова відбулася");
        await Ks.DoAsync("stage", ("stage", "letter_of_intent"), ("on", Today));
        await Auc.SeesInTimeAsync($"needs/{need}", "Частково задоволено");
        await Eventually.TrueAsync(
            async () => (await _journey.Ks.GetAsync($"offers?municipality={Journey.Vennesla}"))["items"]!.AsArray()
                .Any(offer => (int?)offer!["committed"]?["inUsePersonDays"] == 30),
            "registry shows the capacity in use");
        var call = await Town.Receiver!.WaitForAsync(call => call.Type == "partnership.stage_reached", "the town's system hears of the letter of intent");
        Assert.Null(call.Fault);
    }
}

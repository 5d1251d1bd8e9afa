using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Testing;
using Kommunebro.Tests.EndToEnd.People;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>From a partner's need to a partnership, through the gateway: verified, proposed by a run, two keys, two yeses.</summary>
internal sealed class PartnerJourney(Cast cast)
{
    private const string Title = "Підтримка сільських підприємців";

    public async Task WalkAsync()
    {
        var need = await cast.Office.SubmitNeedAsync(Title, cast.Town.Door);
        await cast.Auc.GoAsync("needs?status=submitted");
        await cast.Auc.FollowAsync(Title);
        await cast.Auc.DoAsync("verify", ("personDays", "30"), ("method", "call"), ("note", "Зателефонували голові"));
        await cast.Office.UntilMatchingKnowsAsync(need);

        var proposal = await ProposeByRunAsync();
        await cast.Auc.GoAsync($"proposals/{proposal}");
        await cast.Auc.DoAsync("approve_auc");
        Assert.Equal(HttpStatusCode.NotFound, (await cast.Town.Door.TryGetAsync($"proposals/{proposal}")).Status);
        await cast.Mayor.SayYesAsync();
        await AnswerAsHromadaAsync(proposal);
        await TellBothAsync();
        await BecomePartnersAsync(proposal, need);
    }

    /// <summary>KS starts a run, watches it, reads why, and turns its key; the hromada hears nothing yet.</summary>
    /// <returns>The proposal's id.</returns>
    private async Task<string> ProposeByRunAsync()
    {
        await cast.Ks.GoAsync("runs");
        await cast.Ks.SendAsync("start", []);
        await cast.Ks.SeesAsync("Ferdig");
        await cast.Ks.FollowAsync("Se forslagene");
        await cast.Ks.SearchAsync("Vyshnivetska");
        await cast.Ks.FollowAsync(Title);
        await cast.Ks.SeesAsync("Vennesla");
        var points = await cast.Ks.Page.Locator("tbody td:nth-of-type(2)").AllInnerTextsAsync();
        Assert.Equal(await cast.Ks.Page.Locator("[data-total]").InnerTextAsync(), $"{points.Sum(int.Parse)}");
        Assert.All(await cast.Ks.Page.Locator("tbody td:nth-of-type(3)").AllInnerTextsAsync(), Assert.NotEmpty);
        await cast.Ks.DoAsync("approve_ks");
        Assert.Equal(0, await cast.Ks.Page.Locator("#form-approve_ks").CountAsync());
        return new Uri(cast.Ks.Page.Url).Segments[^1];
    }

    private async Task AnswerAsHromadaAsync(string proposal)
    {
        await Eventually.TrueAsync(
            async () => (await cast.Town.Door.TryGetAsync($"proposals/{proposal}")).Status == HttpStatusCode.OK, "the hromada is asked after the Norwegian yes");
        var seen = (long)(await cast.Town.Door.GetAsync($"proposals/{proposal}"))["version"]!;
        var yes = new JsonObject { ["accepted"] = true };
        Assert.Equal(HttpStatusCode.NotFound, (await cast.Stranger.Door.TryGetAsync($"proposals/{proposal}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await cast.Stranger.Door.TryPostAsync($"proposals/{proposal}/answer", yes, seen)).Status);
        Assert.Equal("accepted", (string?)(await cast.Town.Door.PostAsync($"proposals/{proposal}/answer", yes, seen))["status"]);
    }

    /// <summary>Two yeses: each side gets the other's contact.</summary>
    private Task TellBothAsync() => Eventually.TrueAsync(
        () => Task.FromResult(cast.Mayor.WasTold(cast.Head.Email) && cast.Head.WasTold(cast.Mayor.Email)), "each side got the other's contact");

    /// <summary>Notes after the first talk, then the letter of intent: need, capacity and webhook follow.</summary>
    private async Task BecomePartnersAsync(string proposal, Guid need)
    {
        await cast.Auc.GoAsync("inbox");
        await cast.Auc.GoAsync($"proposals/{proposal}");
        await cast.Auc.FollowAsync("Перейти до партнерства");
        await cast.Auc.DoAsync("note", ("text", "Перша розмова відбулася"));
        await cast.Ks.GoAsync($"partnerships/{new Uri(cast.Auc.Page.Url).Segments[^1]}");
        await cast.Ks.SeesAsync("Перша розмова відбулася");
        await cast.Ks.DoAsync("stage", ("stage", "letter_of_intent"), ("on", StaffMember.Today));
        await cast.Auc.SeesInTimeAsync($"needs/{need}", "Частково задоволено");
        await Eventually.TrueAsync(
            async () => (await cast.Office.Ks.GetAsync($"offers?municipality={Journey.Vennesla}"))["items"]!.AsArray()
                .Any(offer => (int?)offer!["committed"]?["inUsePersonDays"] == 30),
            "registry shows the capacity in use");
        var call = await cast.Town.Receiver!.WaitForAsync(call => call.Type == "partnership.stage_reached", "the town's system hears of the letter of intent");
        Assert.Null(call.Fault);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>What happens between the sides.</summary>
internal sealed partial class Seed
{
    /// <summary>A person as a client takes it down.</summary>
    public static JsonObject Contact(string name, string email) => new() { ["name"] = name, ["email"] = email, ["language"] = "en", ["consent"] = true };

    /// <summary>The supplier's wish to take part.</summary>
    public static JsonObject InterestOfSupplier() => new()
    {
        ["municipality"] = Journey.Vennesla,
        ["contact"] = new JsonObject { ["name"] = Marks.SupplierContact, ["email"] = Marks.SupplierEmail, ["language"] = "nb" },
        ["text"] = $"Vi vil være med: {Marks.Interest}.",
        ["language"] = "nb",
        ["illustrative"] = true,
    };

    /// <summary>A need of a hromada, as its client states it.</summary>
    public static JsonObject Need(string hromada, string mark, string sensitivity = "partners")
    {
        var need = Journey.Need($"Потреба {mark}");
        need["municipality"] = hromada;
        need["title"] = new JsonObject { ["nb"] = $"Behov {mark}", ["uk"] = $"Потреба {mark}", ["en"] = $"Need {mark}" };
        need["sensitivity"] = sensitivity;
        if (mark == Marks.RestrictedTitle)
            need["description"] = new JsonObject { ["uk"] = $"Докладно: {Marks.RestrictedText}" };
        return need;
    }

    /// <summary>That the supplier helps a hromada, as an umbrella organisation records it.</summary>
    public static JsonObject Initiative(string hromada, string? reference = null) => new()
    {
        ["hromada"] = hromada,
        ["partner"] = new JsonObject { ["code"] = Journey.Vennesla },
        ["kind"] = "cooperation",
        ["programme"] = "skew",
        ["status"] = "cooperation_reported",
        ["reference"] = reference,
        ["source"] = new JsonObject { ["name"] = "SKEW", ["date"] = "2026-01-15" },
    };

    /// <summary>What a hromada says of itself.</summary>
    public static JsonObject Profile(string text) => new() { ["texts"] = new JsonObject { ["en"] = text }, ["administrativeCapacity"] = 2 };

    /// <summary>Volunteers in a hromada.</summary>
    public static JsonObject Community(string name) => new()
    {
        ["name"] = name, ["kind"] = "voluntary", ["areas"] = new JsonArray("CIV"), ["modes"] = new JsonArray("training"),
    };

    private async Task DescribeThemselvesAsync()
    {
        await Organisations.Of("owner").PutAsync($"municipalities/{Zolochivska}/profile", Profile(Marks.WarProfile), 0);
        foreach (var (thing, code, name) in new[] { ("community", Journey.Vyshnivetska, "Волонтери"), ("war community", Zolochivska, Marks.WarCommunity) })
            Add(thing, $"{(await Organisations.Of("owner").PostAsync($"municipalities/{code}/community-organisations", Community(name)))["id"]}");
        var norwegian = await Organisations.Of("supplier").PostAsync($"municipalities/{Journey.Vennesla}/community-organisations", Community("Frivilligsentralen"));
        Add("norwegian community", $"{norwegian["id"]}");
        Add("community of hromada", Journey.Vyshnivetska, Things["community"][0]);
    }

    private async Task RecordInitiativesAsync()
    {
        var (kept, war) = (Initiative(Journey.Vyshnivetska, Marks.KeptInitiative), Initiative(Zolochivska, Marks.WarInitiative));
        kept["sensitivity"] = "restricted";
        war["partner"] = new JsonObject { ["name"] = "Leipzig", ["country"] = "de" };
        foreach (var (thing, body) in new[] { ("initiative", Initiative(Journey.Vyshnivetska)), ("war initiative", war), ("kept initiative", kept) })
            Add(thing, $"{(await Organisations.Of("owner").PostAsync("initiatives", body))["id"]}");
    }

    private async Task StateNeedsAsync()
    {
        await StateAsync("need", Journey.Vyshnivetska, Need(Journey.Vyshnivetska, Marks.NeedTitle));
        await StateAsync("restricted need", Lanovetska, Need(Lanovetska, Marks.RestrictedTitle, "restricted"));
        await StateAsync("need of partners", Velykodederkalska, Need(Velykodederkalska, Marks.PartnershipTitle, "restricted"));
        await StateAsync("war need", Zolochivska, Need(Zolochivska, Marks.WarTitle));
        var draft = await Organisations.Of("owner").PostAsync("needs/drafts", Need(Journey.Vyshnivetska, Marks.NeedTitle));
        Add("draft", (string)draft["id"]!);
        Add("two needs", Things["need"][0], Things["need of partners"][0]);
        var attached = await Organisations.Of("owner").SendFileAsync($"needs/{Things["need"][0]}/attachments?name=decision.pdf", "%PDF-1.7", "application/pdf");
        Add("attachment", Things["need"][0], $"{attached["id"]}");
        var import = await _journey.Auc.SendFileAsync("needs/imports?dryRun=true", $"municipality,area,horizon,urgency,languages,sensitivity\n{Journey.Vyshnivetska},WAT,long,1,uk,public", "text/csv");
        Add("import", $"{import["id"]}");
        var idea = await _journey.Auc.PostAsync("needs/dream-ideas", new JsonObject
        {
            ["internal"] = new JsonObject { ["code"] = "DREAM-UA-010126-AAAAAAAA", ["status"] = "active" },
            ["cdu_response"] = new JsonObject { ["title"] = new JsonArray(new JsonObject { ["lang"] = "uk", ["translation"] = "Водогін" }) },
        });
        Add("dream idea", $"{idea["dreamId"]}");
    }

    private async Task StateAsync(string thing, string hromada, JsonObject need)
    {
        var id = await _journey.SubmitAsync(need, Organisations.Of("owner"));
        await _journey.VerifyAsync(id);
        await _journey.UntilMatchingKnowsAsync(id, hromada: hromada);
        Add(thing, $"{id}");
    }

    private async Task SubscribeAsync()
    {
        var owner = Organisations.Of("owner");
        var webhook = await owner.PostAsync("webhooks", new JsonObject
        {
            // Nobody listens there: what is sent stays to be looked at.
            ["url"] = $"http://127.0.0.1:{FreePort.Next()}/{Marks.WebhookPath}",
            ["events"] = new JsonArray("need.verified"),
        });
        var id = $"{webhook["id"]}";
        Secrets.Add($"{webhook["secret"]}");
        Add("webhook", id);
        Add("delivery", id, $"{(await owner.PostAsync($"webhooks/{id}/test", []))["id"]}");
    }

    /// <summary>One that both sides were asked for, one of a restricted need, and one that waits for its keys.</summary>
    private async Task ProposeAsync()
    {
        Add("partnership", $"{(await _journey.Ks.PostAsync("partnerships", Partnership("one", Kremenetska)))["id"]}");
        var restricted = Partnership("other", Velykodederkalska);
        restricted["needId"] = Things["need of partners"][0];
        Add("restricted partners", $"{(await _journey.Ks.PostAsync("partnerships", restricted))["id"]}");
        Add("scenario", $"{(await _journey.Ks.PostAsync("scenarios", new JsonObject { ["name"] = "Small towns first" }))["id"]}");
        var run = await _journey.StartRunAsync();
        await _journey.PlanAsync(run, "nb");
        Add("run", $"{run}");
        Add("run and need", $"{run}", Things["need"][0]);
        foreach (var (thing, need) in new[] { ("proposal", "need"), ("restricted one", "restricted need"), ("unreleased one", "war need") })
            Add(thing, await ProposalOfAsync(Things[need][0]));
        foreach (var thing in new[] { "proposal", "restricted one" })
            await AskBothSidesAsync(Things[thing][0]);
        // One more that nobody was asked for: shortlists tell of such.
        await StateAsync("free restricted need", Lanovetska, Need(Lanovetska, Marks.RestrictedTitle, "restricted"));
        Add("answer link", await LinkOfHromadaAsync());
    }

    private async Task<string> ProposalOfAsync(string need)
    {
        string? found = null;
        await Eventually.TrueAsync(
            async () => (found = (string?)(await _journey.Ks.GetAsync("proposals?status=proposed&limit=200"))["items"]!.AsArray()
                .FirstOrDefault(proposal => (string?)proposal!["need"]!["needId"] == need)?["id"]) is not null,
            "the run's pair is proposed");
        return found!;
    }

    private async Task AskBothSidesAsync(string proposal)
    {
        var seen = (long)(await _journey.Ks.GetAsync($"proposals/{proposal}"))["version"]!;
        seen = (long)(await _journey.Ks.PostAsync($"proposals/{proposal}/approve", new JsonObject { ["key"] = "ks" }, seen))["version"]!;
        seen = (long)(await _journey.Auc.PostAsync($"proposals/{proposal}/approve", new JsonObject { ["key"] = "auc" }, seen))["version"]!;
        var supplier = Organisations.Of("supplier");
        await Eventually.TrueAsync(async () => (await supplier.TryGetAsync($"proposals/{proposal}")).Status == HttpStatusCode.OK, "the supplier is asked");
        var answered = await supplier.PostAsync(
            $"proposals/{proposal}/answer", new JsonObject { ["accepted"] = true, ["note"] = Marks.AnswerNote }, seen);
        Assert.Equal("with_hromada", (string?)answered["status"]);
    }

    private async Task<string> LinkOfHromadaAsync()
    {
        string? link = null;
        await Eventually.TrueAsync(
            () => Task.FromResult((link = platform.Mail.Letters.Where(letter => letter.To == Marks.HromadaEmail)
                .Select(letter => Link().Match(letter.Text).Groups["token"].Value).FirstOrDefault(found => found.Length > 0)) is not null),
            "the hromada got its link");
        return link!;
    }

    private async Task NoteAsync()
    {
        var id = Things["partnership"][0];
        var seen = (long)(await _journey.Ks.GetAsync($"partnerships/{id}"))["version"]!;
        await _journey.Ks.PostAsync($"partnerships/{id}/notes", new JsonObject { ["text"] = Marks.Timeline }, seen);
        await Eventually.TrueAsync(
            async () => (await Organisations.Of("owner").TryGetAsync($"partnerships/{id}")).Status == HttpStatusCode.OK, "the owner sees its partnership");
    }

    /// <summary>A partnership that two mayors made by themselves.</summary>
    private static JsonObject Partnership(string request, string hromada) => new()
    {
        ["requestId"] = request,
        ["supplier"] = Journey.Vennesla,
        ["hromada"] = hromada,
        ["stage"] = "exploring",
        ["since"] = "2026-01-15",
        ["area"] = Journey.RuralDevelopment,
        ["personDays"] = 20,
    };

    [GeneratedRegex(@"/admin/answer/(?<token>[A-Za-z0-9_\-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}

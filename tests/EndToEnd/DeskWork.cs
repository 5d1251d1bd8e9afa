using Kommunebro.Tests.EndToEnd.People;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>What coordinators do beside the straight way: refuse, ask back, propose by hand, note an answer, register.</summary>
internal sealed class DeskWork(Cast cast)
{
    /// <summary>AUC refuses one need, asks about another, and verifies it when the town has answered.</summary>
    /// <returns>The need that was verified in the end.</returns>
    public async Task<Guid> JudgeNeedsAsync()
    {
        var refused = await cast.Office.SubmitNeedAsync("Купити автомобіль для голови", cast.Town.Door);
        await cast.Auc.GoAsync($"needs/{refused}");
        await cast.Auc.DoAsync("reject", ("reasonCode", "outside_programme"), ("text", "Це не для співпраці громад"));
        Assert.Equal("rejected", (string?)(await cast.Town.Door.GetAsync($"needs/{refused}"))["status"]);

        var unclear = await cast.Office.SubmitNeedAsync("Допомога громаді", cast.Town.Door);
        await cast.Auc.GoAsync($"needs/{unclear}");
        await cast.Auc.DoAsync("return", ("question", "Кому саме?"));
        var asked = await cast.Town.Door.GetAsync($"needs/{unclear}");
        Assert.Equal("Кому саме?", (string?)asked["question"]);
        await cast.Town.Door.PutAsync($"needs/{unclear}", Journey.Need("Допомога фермерам"), (long)asked["version"]!);
        await cast.Auc.GoAsync($"needs/{unclear}");
        await cast.Auc.DoAsync("verify", ("personDays", "20"), ("method", "document"));
        return unclear;
    }

    /// <summary>KS proposes from the shortlist, AUC agrees, and KS notes the municipality's no.</summary>
    public async Task ProposeByHandAsync(Guid need)
    {
        await cast.Office.OfferAsync(Journey.Lillesand, level: 1);
        await cast.Office.UntilMatchingKnowsAsync(need, Journey.Lillesand);
        await cast.Ks.GoAsync($"needs/{need}");
        await cast.Ks.FollowAsync("Hvem passer til dette behovet?");
        await cast.Ks.DoAsync("propose", ("candidate", $"{need}/{Journey.Lillesand}"), ("reason", "De kjenner hverandre alt"));
        var proposal = new Uri(cast.Ks.Page.Url).Segments[^1];
        await cast.Ks.DoAsync("approve_ks");
        await cast.Auc.GoAsync($"proposals/{proposal}");
        await cast.Auc.DoAsync("approve_auc");
        await cast.Ks.GoAsync($"proposals/{proposal}");
        await cast.Ks.DoAsync(
            "record_supplier_answer", ("accepted", "no"), ("reason", "no_capacity_now"), ("channel", "phone"), ("answeredOn", StaffMember.Today), ("note", "Til våren, kanskje"));
        await cast.Ks.SeesAsync("Til våren, kanskje");
    }

    /// <summary>KS registers a partnership that two mayors made by themselves, whatever was answered before.</summary>
    public async Task RegisterAsync()
    {
        await cast.Ks.GoAsync("partnerships/new");
        await cast.Ks.DoAsync(
            "register", ("supplierCode", Journey.Lillesand), ("hromadaCode", Journey.Vyshnivetska), ("stage", "letter_of_intent"), ("since", StaffMember.Today),
            ("areaCode", Journey.RuralDevelopment), ("personDays", "15"), ("note", "Ordførerne møttes i Lviv"));
        await cast.Ks.SeesAsync("Ordførerne møttes i Lviv");
    }
}

using System.Text.Json.Nodes;
using Kommunebro.Contracts;

namespace Kommunebro.Tests.EndToEnd.People;

/// <summary>Those who meet in a journey; towns' systems by the API, staff and mayors at a browser.</summary>
internal sealed class Cast : IAsyncDisposable
{
    private Cast(IRunningPlatform platform, StaffMember ks, StaffMember auc, PartnerSystem town, PartnerSystem stranger)
    {
        (Ks, Auc, Town, Stranger, Office) = (ks, auc, town, stranger, new Journey(platform));
        Mayor = new Mayor(platform, "ordforer@vennesla.example", "nb");
        Head = new Mayor(platform, "holova@vyshnivets.example", "uk");
    }

    /// <summary>KS's coordinator, in Norwegian.</summary>
    public StaffMember Ks { get; }

    /// <summary>AUC's coordinator, in Ukrainian.</summary>
    public StaffMember Auc { get; }

    /// <summary>The hromada's own system.</summary>
    public PartnerSystem Town { get; }

    /// <summary>The system of a hromada that has nothing to do with it.</summary>
    public PartnerSystem Stranger { get; }

    /// <summary>Of the Norwegian municipality.</summary>
    public Mayor Mayor { get; }

    /// <summary>Of the hromada.</summary>
    public Mayor Head { get; }

    /// <summary>What staff could also do by the API.</summary>
    public Journey Office { get; }

    /// <summary>Both sides are registered, everybody has joined, and the town's system listens.</summary>
    public static async Task<Cast> GatherAsync(IRunningPlatform platform)
    {
        var cast = new Cast(
            platform,
            await StaffMember.JoinAsync(platform, "Kari Koordinator", "nb", StaffRole.KsCoordinator),
            await StaffMember.JoinAsync(platform, "Олена Координаторка", "uk", StaffRole.AucCoordinator),
            await PartnerSystem.JoinAsync(platform, "Vyshnivets", Journey.Vyshnivetska),
            await PartnerSystem.JoinAsync(platform, "Stranger", "UA05020030000031457"));
        await cast.Office.RegisterBothSidesAsync();
        await cast.Office.OfferAsync();
        await AddContactAsync(cast.Office.Ks, Journey.Vennesla, "Ola Eksempel", cast.Mayor.Email, "nb");
        await AddContactAsync(cast.Office.Auc, Journey.Vyshnivetska, "Оксана Приклад", cast.Head.Email, "uk");
        await cast.Town.SubscribeAsync("need.verified", "proposal.released_to_hromada", "partnership.stage_reached");
        return cast;
    }

    /// <summary>No browser complained on the way.</summary>
    public void NothingWasBroken() => Assert.Empty(Ks.Complaints.Concat(Auc.Complaints));

    public async ValueTask DisposeAsync()
    {
        Office.Dispose();
        await Ks.DisposeAsync();
        await Auc.DisposeAsync();
        await Town.DisposeAsync();
        await Stranger.DisposeAsync();
    }

    private static Task<JsonObject> AddContactAsync(Door door, string code, string name, string email, string language) => door.PostAsync(
        $"municipalities/{code}/contacts",
        new JsonObject { ["name"] = name, ["email"] = email, ["language"] = language, ["consent"] = true });
}

using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Telling;

/// <summary>A world with one of each: stated, banded and unknown amounts, restricted needs, a war zone, occupied land; and its plan.</summary>
public sealed class PlannedWorld : IAsyncLifetime
{
    /// <summary>Of the town that is fought over; nobody may read them here.</summary>
    public const double Latitude = 48.512345, Longitude = 37.987654;

    /// <summary>Titles of restricted needs.</summary>
    internal static readonly LocalizedText Hidden = new("Skjult stasjon", "Прихована станція", "Hidden station");

    internal static readonly MunicipalityChanged Fjellby = World.Municipality(3, "Fjellby", "Ф'єльбю");

    internal static readonly MunicipalityChanged Frontova = World.Hromada(3, "Frontova", "Фронтова") with
    {
        Latitude = Latitude,
        Longitude = Longitude,
        TerritoryStatus = TerritoryStatus.ActiveHostilities,
        Category = ProgrammeCategory.WarZone,
    };

    internal static readonly MunicipalityChanged Zakhoplena = World.Hromada(4, "Zakhoplena", "Захоплена") with
    {
        TerritoryStatus = TerritoryStatus.Occupied,
        Category = ProgrammeCategory.WarZone,
    };

    internal static readonly NeedVerified Stated = World.NeedOf(World.Zelena);
    internal static readonly NeedVerified Restricted = World.NeedOf(World.Zelena, 2) with
    {
        Title = Hidden,
        Sensitivity = Sensitivity.Restricted,
    };

    internal static readonly NeedVerified Banded = World.NeedOf(World.Vyshneva, 3) with { PersonDays = null, EffortBand = Band.Medium };
    internal static readonly NeedVerified Unknown = World.NeedOf(Frontova, 4) with { PersonDays = null, Urgency = 4, Illustrative = true };
    internal static readonly NeedVerified Occupied = World.NeedOf(Zakhoplena, 5) with { Title = Hidden, Sensitivity = Sensitivity.Restricted };
    internal static readonly NeedVerified OfNobody = World.NeedOf(World.Vyshneva, 6) with { AreaCode = "CUL" };
    internal static readonly NeedVerified Mental = World.NeedOf(World.Vyshneva, 7) with { AreaCode = "MHP" };

    internal static IReadOnlyList<object> Everything =>
    [
        World.Water, World.Health,
        new AreaChanged("CUL", 1, new LocalizedText("Kultur", "Культура", "Culture"), "culture", []),
        World.Norheim, World.Sorvik, Fjellby, World.Zelena, World.Vyshneva, Frontova, Zakhoplena,
        World.OfferOf(World.Norheim) with { PersonDays = 200, MaxPartnerships = 5 },
        World.OfferOf(World.Sorvik) with
        {
            Areas = [new OfferedArea("MHP", 3, [Mode.AdviceRemote], null)],
            PersonDays = null,
            CapacityBand = Band.Medium,
            Illustrative = true,
        },
        // Offers what nobody may use: it gets nothing.
        World.OfferOf(Fjellby) with { Areas = [new OfferedArea("WAT", 1, [Mode.YouthExchange], null)], PersonDays = null },
        Stated, Restricted, Banded, Unknown, Occupied, OfNobody, Mental,
    ];

    internal MatchingServer Server { get; private set; } = null!;

    internal Guid Run { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Server = await MatchingServer.StartAsync();
        await Server.HearAsync(Everything);
        Run = (Guid)(await Server.CompleteRunAsync())["id"]!;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    internal async Task<JsonObject> PlanAsync(string language, HttpClient? reader = null) =>
        (await Server.GetAsync($"matching-runs/{Run}/plan?lang={language}", caller: reader)).Expect(HttpStatusCode.OK).Body;

    /// <summary>All that a reader can get, in three languages; a coordinator unless another one is named.</summary>
    internal async Task<IReadOnlyList<string>> EverythingToReadAsync(HttpClient? reader = null)
    {
        string[] lists =
        [
            $"matching-runs/{Run}/plan",
            .. new[] { World.Zelena, World.Vyshneva, Frontova, Zakhoplena }.Select(hromada => $"candidates?hromada={hromada.Code}"),
            .. new[] { World.Norheim, World.Sorvik, Fjellby }.Select(supplier => $"candidates?municipality={supplier.Code}"),
            "matching-runs", $"matching-runs/{Run}", "matching-inputs",
        ];
        var texts = new List<string>();
        foreach (var list in lists)
            foreach (var language in new[] { "nb", "uk", "en" })
                texts.Add((await Server.GetAsync($"{list}{(list.Contains('?') ? '&' : '?')}lang={language}", caller: reader)).Expect(HttpStatusCode.OK).Text);
        return texts;
    }
}

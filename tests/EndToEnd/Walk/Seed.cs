using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>
/// What the walk finds: hromadas of one organisation and their supplier of another, with a need, an offer, contacts, a webhook,
/// proposals, a partnership; beside all that the example brings. A third organisation acts for a municipality and a hromada of
/// the example.
/// </summary>
internal sealed partial class Seed(IRunningPlatform platform) : IDisposable
{
    /// <summary>Whose need is restricted; nothing else is known of it than that it exists.</summary>
    public const string Lanovetska = "UA61020090000020422";

    /// <summary>Which has a partner.</summary>
    public const string Kremenetska = "UA61020070000092368";

    /// <summary>Which has a partner for its restricted need.</summary>
    public const string Velykodederkalska = "UA61020030000060484";

    /// <summary>In the war zone.</summary>
    public const string Zolochivska = "UA63020050000045982";

    /// <summary>Of the example: what the third organisation acts for.</summary>
    public const string Sarpsborg = "3105";

    /// <inheritdoc cref="Sarpsborg" />
    public const string Kosivska = "UA26100010000076570";

    private readonly Journey _journey = new(platform);
    private readonly Door _administrator = new(platform.Origin, platform.Tokens.Of(StaffRole.Administrator));
    private readonly Dictionary<string, IReadOnlyList<string>> _things = [];

    /// <summary>The organisations' clients by the tables' names, with all scopes of partners.</summary>
    public Organisations Organisations { get; } = new(platform);

    /// <summary>What stands for the placeholders of a path, by the thing's name in the tables.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Things => _things;

    /// <summary>Secrets that were told once.</summary>
    public List<string> Secrets { get; } = [];

    public void Dispose()
    {
        _journey.Dispose();
        _administrator.Dispose();
        Organisations.Dispose();
    }

    public async Task PlantAsync()
    {
        await RegisterAsync();
        await Organisations.MakeAsync();
        Add("organisation", Organisations.OwnerId);
        Add("client", Organisations.OwnerId, Organisations.OwnerClientId);
        Secrets.AddRange(Organisations.Secrets);
        await OpenAccountAsync();
        await StateNeedsAsync();
        await RecordInitiativesAsync();
        await DescribeThemselvesAsync();
        await SubscribeAsync();
        await ProposeAsync();
        await NoteAsync();
    }

    private void Add(string thing, params IReadOnlyList<string> ids) => _things[thing] = ids;

    private async Task RegisterAsync()
    {
        await _journey.RegisterBothSidesAsync();
        await RegisterAsync(Journey.Hromada(Lanovetska, "Lanovetska", "Лановецька", 27_500, 49.86, 26.08));
        await RegisterAsync(Journey.Hromada(Kremenetska, "Kremenetska", "Кременецька", 37_000, 50.1, 25.72));
        await RegisterAsync(Journey.Hromada(Velykodederkalska, "Velykodederkalska", "Великодедеркальська", 10_700, 49.98, 26.08));
        var war = Journey.Hromada(
            Zolochivska, "Zolochivska", "Золочівська", 24_500, double.Parse(Marks.WarLatitude, null), double.Parse(Marks.WarLongitude, null));
        war["region"] = new JsonObject { ["code"] = "63", ["names"] = new JsonObject { ["uk"] = "Харківська", ["en"] = "Kharkivska" } };
        (war["category"], war["territoryStatus"]) = ("war_zone", "possible_hostilities");
        await RegisterAsync(war);
        var offer = await _journey.Ks.PostAsync("offers", Journey.Offer(personDays: 400, maxPartnerships: 20));
        await ContactAsync(_journey.Ks, Journey.Vennesla, Marks.SupplierContact, Marks.SupplierEmail);
        var contact = await ContactAsync(_journey.Auc, Journey.Vyshnivetska, Marks.HromadaContact, Marks.HromadaEmail);
        var interest = await _journey.Ks.PostAsync("expressions-of-interest", InterestOfSupplier());
        var hromada = await _journey.Auc.GetAsync($"municipalities/{Journey.Vyshnivetska}");
        Add("offer", $"{offer["id"]}");
        Add("contact", contact);
        Add("interest", $"{interest["id"]}");
        Add("hromada", Journey.Vyshnivetska);
        Add("hromada id", $"{hromada["id"]}");
        Add("war hromada", Zolochivska);
        Add("municipality", Journey.Vennesla);
        Add("register", "klass");
        Add("review", await ReviewAsync());
        Add("style sheet", "app.css");
    }

    private async Task RegisterAsync(JsonObject hromada) => await _journey.Auc.PutAsync($"municipalities/{hromada["code"]}", hromada);

    private static async Task<string> ContactAsync(Door door, string code, string name, string email) =>
        $"{(await door.PostAsync($"municipalities/{code}/contacts", Contact(name, email)))["id"]}";

    /// <summary>A row of KLASS that waits for a person: of a municipality that nobody registered.</summary>
    private async Task<string> ReviewAsync()
    {
        var row = new JsonObject { ["correspondenceItems"] = new JsonArray(new JsonObject { ["sourceCode"] = "4998", ["targetCode"] = "6" }) };
        await _journey.Ks.PutAsync("imports/klass?file=centrality.json&target=128", row);
        return $"{(await _journey.Ks.GetAsync("imports/reviews?code=4998"))["items"]![0]!["id"]}";
    }

    private async Task OpenAccountAsync()
    {
        var made = await _administrator.PostAsync("accounts", new JsonObject
        {
            ["email"] = Marks.AccountEmail, ["name"] = Marks.AccountName, ["language"] = "en", ["roles"] = new JsonArray(StaffRole.Viewer),
        });
        Add("account", $"{made["account"]!["id"]}");
        ViewersPassword = $"{made["password"]}";
    }

    /// <summary>The temporary password of the viewer's account.</summary>
    public string ViewersPassword { get; private set; } = "";
}

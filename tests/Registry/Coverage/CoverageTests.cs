using System.Globalization;
using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Registry.Coverage;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Tests.Registry.Initiatives;

namespace Kommunebro.Tests.Registry.Coverage;

public sealed class CoverageTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Staff_count_all_and_partners_no_number_that_is_small_or_follows_from_others()
    {
        await RegisterAsync("63", helped: 6, of: 12);
        await RegisterAsync("05", helped: 2, of: 9);
        await RegisterAsync("07", helped: 7, of: 14);
        await RegisterAsync("12", helped: 0, of: 6);
        using var partner = await _server.PartnerAsync(Callers.Scopes);

        var staff = await GetAsync(_server.Http);
        var others = await GetAsync(partner);

        Assert.Equal("05 2/9 | 07 7/14 | 12 0/6 | 63 6/12", Told(staff.Rows));
        Assert.Equal((0, "15/41"), (staff.SuppressedBelow, Told(staff.Totals)));
        // 2 of 9 are few, and so are they with the next smallest, of which nobody is helped: they would follow from the total and the rest.
        Assert.Equal("05 -/9 | 07 7/14 | 12 -/6 | 63 -/12", Told(others.Rows));
        Assert.Equal((5, "15/41"), (others.SuppressedBelow, Told(others.Totals)));
    }

    [Fact]
    public async Task What_lies_in_the_war_counts_for_staff_alone_so_that_no_record_of_ones_own_probes_it()
    {
        using var umbrella = await _server.PartnerAsync(Callers.Scopes);
        using var other = await _server.PartnerAsync(Callers.Scopes);
        var views = new List<InitiativeView>();
        for (var i = 0; i < 12; i++)
        {
            var (hromada, partner) = ((await _server.RegisterHromadaAsync("active_hostilities", "war_zone")).Code, (await _server.RegisterMunicipalityAsync()).Code);
            if (i < 6) views.Add(await umbrella.RecordAsync(Bodies.Initiative(hromada, partner)));
        }

        foreach (var view in views) await _server.AgeAsync(view.Id, 91);
        Assert.Equal(("63 6/12", "", ""), (Told((await GetAsync(_server.Http)).Rows), Told((await GetAsync(umbrella)).Rows), Told((await GetAsync(other)).Rows)));
    }

    [Fact]
    public async Task Partnerships_of_this_platform_count_for_staff_while_they_exist()
    {
        var hromada = await _server.RegisterHromadaAsync();
        var partnership = new PartnershipChanged(
            Guid.CreateVersion7(), 1, PartnershipEvent.StageReached, PartnershipStage.Active, true, hromada.Id, Guid.CreateVersion7(), [], 10, null);

        await _server.HearAsync(PartnershipChanged.MessageName, partnership);
        Assert.Equal("63 1/1", Told((await GetAsync(_server.Http)).Rows));
        Assert.Single((await _server.Http.TryAsync(HttpMethod.Get, "municipalities?helped=true")).As<ServiceDefaults.Page<Kommunebro.Registry.Municipalities.MunicipalityView>>().Items);
        using var partner = await _server.PartnerAsync(Callers.Scopes);
        for (var i = 0; i < 5; i++) await _server.RegisterHromadaAsync();
        Assert.Equal("63 0/6", Told((await GetAsync(partner)).Rows));
        Assert.Empty((await partner.TryAsync(HttpMethod.Get, "municipalities?helped=true")).As<ServiceDefaults.Page<Kommunebro.Registry.Municipalities.MunicipalityView>>().Items);

        await _server.HearAsync(PartnershipChanged.MessageName, partnership with { Version = 3, Exists = false });
        await _server.HearAsync(PartnershipChanged.MessageName, partnership with { Version = 2 });
        Assert.Equal("63 0/6", Told((await GetAsync(_server.Http)).Rows));
    }

    [Theory]
    [InlineData("6/12 7/14", "6/12 7/14")]
    [InlineData("0/30 9/20", "0/30 9/20")]
    [InlineData("4/30 9/20 8/20", "-/30 9/20 -/20")]
    [InlineData("16/20 9/20 8/20", "-/20 9/20 -/20")]
    [InlineData("20/20 9/20 8/20", "-/20 9/20 -/20")]
    [InlineData("0/3 9/20 8/20", "-/3 9/20 -/20")]
    [InlineData("1/30 2/30 7/30 8/30", "-/30 -/30 -/30 8/30")]
    [InlineData("3/30", "-/30")]
    [InlineData("0/3 0/30 9/20 8/20", "-/3 -/30 9/20 -/20")]
    [InlineData("0/3 0/4 9/20 8/20", "-/3 -/4 9/20 -/20")]
    [InlineData("0/3 0/30", "-/3 -/30")]
    public void What_would_follow_from_the_total_is_suppressed_too(string cells, string shown)
    {
        var counted = Counted(cells);

        var hidden = CoverageCell.Hidden(counted, 5);

        Assert.Equal(shown, string.Join(' ', counted.Select(cell => $"{(hidden.Contains(cell) ? "-" : cell.Helped)}/{cell.Hromadas}")));
    }

    [Theory]
    [InlineData("0/30 0/40", false)]
    [InlineData("0/3 9/20", false)]
    [InlineData("0/3 0/30", true)]
    [InlineData("0/4", true)]
    [InlineData("3/30", true)]
    public void A_total_from_which_a_suppressed_cell_would_follow_is_suppressed_too(string cells, bool hidden) => Assert.Equal(hidden, CoverageCell.HidesTotal(Counted(cells), 5));

    [Fact]
    public async Task It_is_told_in_a_language_that_is_ours() =>
        (await _server.Http.TryAsync(HttpMethod.Get, "coverage?lang=de")).MustBe(HttpStatusCode.BadRequest, "unknown_language");

    private static CoverageCell[] Counted(string cells) =>
    [
        .. cells.Split(' ').Select(cell => cell.Split('/')).Select((pair, i) => new CoverageCell(
            i.ToString("00", CultureInfo.InvariantCulture), new LocalizedText(null, null, null), null, int.Parse(pair[1], null), int.Parse(pair[0], null))),
    ];

    private static async Task<HelpCoverageView> GetAsync(HttpClient caller) => (await caller.TryAsync(HttpMethod.Get, "coverage")).As<HelpCoverageView>();

    private static string Told(IEnumerable<HelpCoverageRow> rows) =>
        string.Join(" | ", rows.Select(row => $"{row.Oblast?.Code} {row.Helped?.ToString(CultureInfo.InvariantCulture) ?? "-"}/{row.Hromadas}".Trim()));

    private async Task RegisterAsync(string oblast, int helped, int of)
    {
        var partner = (await _server.RegisterMunicipalityAsync()).Code;
        for (var i = 0; i < of; i++)
        {
            var code = $"UA{oblast}{Bodies.NextKatottg()[4..]}";
            await _server.PutMunicipalityAsync(Bodies.Hromada(code).With("region.code", $"\"{oblast}\""));
            if (i < helped) await _server.Http.RecordAsync(Bodies.Initiative(code, partner));
        }
    }
}

using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

/// <summary>How precisely and how late other partners are told where a need is.</summary>
public sealed class WarZoneVisibilityTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private static readonly string[] OfTheHromada =
    [
        "municipality", "municipalityNames", "territoryNotice", "title", "description", "urgencyReason", "neededBy", "translations",
        "peopleAffected", "quantity", "readiness", "dreamId", "cost", "constraints", "submittedAt", "verifiedAt", "expiresAt", "personDays",
        "languages", "secondaryAreas", "rdnaSector", "season",
    ];

    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData("Nikopol", "public")]
    [InlineData("Nikopol", "partners")]
    [InlineData("Zelenodolsk", "partners")]
    [InlineData("Melitopol", "public")]
    [InlineData("Lyman", "partners")]
    public async Task Of_a_need_in_or_near_the_war_another_partner_sees_no_more_than_the_oblast(string place, string sensitivity)
    {
        using var partner = await _server.PartnerAsync(Places.Vinnytsia);
        var hromada = Places.Municipalities.Single(known => known.Names.En!.StartsWith(place, StringComparison.Ordinal));
        var body = hromada is { TerritoryStatus: TerritoryStatus.Occupied, TerritoryCoverage: TerritoryCoverage.Full } ? """{"onOccupiedTerritory":"displaced_residents"}""" : "{}";
        var need = await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.InFull(hromada).With("sensitivity", $"\"{sensitivity}\"")), body);

        (await partner.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        await _server.VerifiedDaysAgoAsync(need, 90);
        var read = await partner.GetNeedAsync(need.Id);

        Assert.Equal(hromada.RegionCode, (string?)read.Body["region"]!["code"]);
        Assert.Equal(("WAT", "medium"), (read.Text("area"), read.Text("horizon")));
        Assert.DoesNotContain(hromada.Code, read.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(hromada.Names.Uk!, read.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            Masks.BetweenAucAndHromada.Concat(OfTheHromada).Order(StringComparer.Ordinal),
            Masks.Of(read.Body));
        Assert.All(Masks.Of(read.Body), field => Assert.Null(read.Body[field]));
    }

    [Fact]
    public async Task A_filter_does_not_tell_in_which_hromada_of_the_oblast_it_is()
    {
        using var other = await _server.PartnerAsync(Places.Vinnytsia);
        using var own = await _server.PartnerAsync(Places.Nikopol);
        var need = await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol)));
        await _server.VerifiedDaysAgoAsync(need, 91);

        async Task<bool> FindsAsync(NeedsCaller reader, string query) =>
            (await reader.FindNeedsAsync($"{query}&limit=200")).Items.Any(item => (string?)item["id"] == need.Id);

        Assert.False(await FindsAsync(other, $"?municipality={Places.Nikopol.Code}"));
        Assert.True(await FindsAsync(other, "?oblast=12"));
        Assert.True(await FindsAsync(other, "?area=WAT&urgency=3"));
        Assert.True(await FindsAsync(own, $"?municipality={Places.Nikopol.Code}"));
    }

    [Fact]
    public async Task A_need_in_the_war_is_told_to_other_partners_ninety_days_after_its_first_verification_and_not_a_day_before()
    {
        using var partner = await _server.PartnerAsync(Places.Vinnytsia);
        var need = await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.Of(Places.Nikopol)));

        async Task<bool> ListsAsync(string query) =>
            (await partner.FindNeedsAsync($"{query}limit=200")).Items.Any(item => (string?)item["id"] == need.Id);

        await _server.VerifiedDaysAgoAsync(need, 89);
        (await partner.GetNeedAsync(need.Id)).ExpectProblem(HttpStatusCode.NotFound, "need_not_found");
        Assert.False(await ListsAsync("?") || await ListsAsync("?area=WAT&"));
        await _server.VerifiedDaysAgoAsync(need, 90);
        (await partner.GetNeedAsync(need.Id)).Expect(HttpStatusCode.OK);
        Assert.True(await ListsAsync("?") && await ListsAsync("?area=WAT&"));
    }

    [Fact]
    public async Task A_hromada_may_be_shown_less_precisely_than_it_could_be()
    {
        using var partner = await _server.PartnerAsync(Places.Nikopol);
        using var own = await _server.PartnerAsync(Places.Vinnytsia);

        async Task<Answer> ReadAsync(NeedsCaller reader, string precision) => await reader.GetNeedAsync(
            (await _server.VerifyAsync(await _server.SubmitNeedAsync(ANeed.InVinnytsia().With("locationPrecision", $"\"{precision}\"")))).Id);

        var oblast = await ReadAsync(partner, "oblast");
        var none = await ReadAsync(partner, "none");

        Assert.Equal(("05", null), ((string?)oblast.Body["region"]?["code"], (string?)oblast.Body["municipality"]));
        Assert.Null(none.Body["region"]);
        Assert.Contains("region", Masks.Of(none.Body));
        Assert.DoesNotContain((await partner.FindNeedsAsync("?oblast=05&limit=200")).Items, item => (string?)item["id"] == none.Id);
        Assert.Equal(Places.Vinnytsia.Code, (await ReadAsync(own, "none")).Text("municipality"));
    }
}

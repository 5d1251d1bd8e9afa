using Kommunebro.Contracts.Registry;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Municipalities;

public sealed class MunicipalityMaskTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Theory]
    [InlineData("none", "outside_war_zone", false)]
    [InlineData("none", null, false)]
    [InlineData("none", "war_zone", true)]
    [InlineData("possible_hostilities", "outside_war_zone", true)]
    [InlineData("active_hostilities", "war_zone", true)]
    [InlineData("active_hostilities_services_on", null, true)]
    [InlineData("occupied", null, true)]
    public async Task What_lies_in_or_near_the_war_has_no_place_in_any_answer_but_in_the_events(
        string status, string? category, bool masked)
    {
        var created = await registry.PutMunicipalityAsync(Bodies.Hromada(Bodies.NextKatottg(), status, category));
        var hromada = created.As<MunicipalityView>();
        var again = await registry.PutMunicipalityAsync(Bodies.Hromada(hromada.Code, status, category));
        var read = await registry.GetAsync($"municipalities/{hromada.Code}");
        var found = await registry.GetAsync($"municipalities?q={hromada.Code}");

        Assert.Equal(masked ? (null, null) : (49.123456, 36.654321), (hromada.Latitude, hromada.Longitude));
        Assert.Equal(masked ? ["latitude", "longitude"] : [], hromada.Masked);
        Assert.Equal(created.Body, read.Body);
        Assert.Equal(created.Body, again.Body);
        Assert.Equal(hromada with { Masked = [] }, Assert.Single(found.As<Page<MunicipalityView>>().Items) with { Masked = [] });
        Assert.All([created, again, read, found], answer =>
            Assert.Equal(!masked, answer.Body.Contains("49.123", StringComparison.Ordinal) && answer.Body.Contains("36.654", StringComparison.Ordinal)));

        await registry.UntilOutboxIsEmptyAsync();
        var told = Assert.Single(registry.Matching.Heard<MunicipalityChanged>(), m => m.MunicipalityId == hromada.Id);
        Assert.Equal((49.123456, 36.654321), (told.Latitude, told.Longitude));
    }

    [Fact]
    public async Task A_change_of_status_masks_at_once()
    {
        var hromada = await registry.RegisterHromadaAsync();
        var answer = await registry.PutMunicipalityAsync(Bodies.Hromada(hromada.Code, "active_hostilities"), ifMatch: 1);
        Assert.Equal(["latitude", "longitude"], answer.As<MunicipalityView>().Masked);
        Assert.DoesNotContain("49.1", (await registry.GetAsync($"municipalities/{hromada.Code}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_place_is_not_called_masked()
    {
        var body = Bodies.Municipality(Bodies.NextKommunenummer()).With("latitude", "null").With("longitude", "null");
        var municipality = (await registry.PutMunicipalityAsync(body)).As<MunicipalityView>();
        Assert.Empty(municipality.Masked);
        Assert.Null(municipality.Latitude);
    }
}

using Kommunebro.Contracts;
using Kommunebro.Contracts.Identity;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Organisations;

public sealed class OrganisationChangedTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;
    private readonly Guid _organisation = Guid.CreateVersion7();

    [Fact]
    public async Task An_organisation_that_is_not_known_yet_acts_for_nobody() => Assert.False(await MaySubmitAsync());

    [Fact]
    public async Task What_identity_says_holds_from_then_on()
    {
        await HearAsync(1, Places.Vinnytsia);
        Assert.True(await MaySubmitAsync());

        await HearAsync(2, Places.Studena);
        Assert.False(await MaySubmitAsync());
    }

    [Fact]
    public async Task An_older_message_that_comes_late_and_one_that_comes_twice_change_nothing()
    {
        await HearAsync(2, Places.Studena);
        await HearAsync(1, Places.Vinnytsia);
        await HearAsync(2, Places.Studena);

        Assert.False(await MaySubmitAsync());
    }

    [Fact]
    public async Task One_that_was_closed_acts_for_nobody_until_it_is_opened_again()
    {
        await HearAsync(1, Places.Vinnytsia);
        await _server.HearAsync(new OrganisationChanged(_organisation, 2, "Partner", [Places.Vinnytsia.Code], Active: false));
        Assert.False(await MaySubmitAsync());

        await HearAsync(3, Places.Vinnytsia);
        Assert.True(await MaySubmitAsync());
    }

    private Task HearAsync(long version, Contracts.Registry.MunicipalityChanged hromada) =>
        _server.HearAsync(new OrganisationChanged(_organisation, version, "Partner", [hromada.Code], Active: true));

    private async Task<bool> MaySubmitAsync()
    {
        using var partner = _server.Partner(_organisation, AccessPolicies.NeedsWrite);
        return (await partner.SubmitAsync(ANeed.InVinnytsia())).Code is null;
    }
}

using Kommunebro.Contracts;
using Kommunebro.Testing;
using Kommunebro.Tests.EndToEnd.People;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>Two people of KS change one offer at the same time; neither loses a word.</summary>
public sealed class TwoAtOneOfferTests
{
    [Fact]
    public async Task The_second_of_two_sees_the_firsts_values_beside_the_own_and_saves_what_is_right()
    {
        await using var platform = await OneProcess.BeginAsync(TemporaryFolder.Create("two-at-one-offer"));
        using var journey = new Journey(platform);
        await journey.RegisterBothSidesAsync();
        var offer = (string)(await journey.Ks.PostAsync("offers", Journey.Offer()))["id"]!;
        await using var kari = await StaffMember.JoinAsync(platform, "Kari Koordinator", "nb", StaffRole.KsCoordinator);
        await using var ola = await StaffMember.JoinAsync(platform, "Ola Koordinator", "nb", StaffRole.KsCoordinator, "-2");

        await kari.GoAsync($"offers/{offer}/revise");
        await ola.GoAsync($"offers/{offer}/revise");
        await kari.DoAsync("offer", ("personDays", "70"), ("text\\.nb", "Vi har drevet vannverk siden 1866."));
        await ola.SendAsync("offer", ("personDays", "80"), ("maxPartnerships", "3"));

        await ola.SeesAsync("Noen andre har endret dette mens du skrev");
        await ola.SeesAsync("70 dagsverk");
        await ola.SeesAsync("Vi har drevet vannverk siden 1866.");
        Assert.Equal("80", await ola.Page.Locator("#offer-personDays").InputValueAsync());
        await ola.DoAsync("offer", ("text\\.nb", "Vi har drevet vannverk siden 1866."));

        var kept = await journey.Ks.GetAsync($"offers/{offer}");
        Assert.Equal((80, 3, "Vi har drevet vannverk siden 1866."), ((int)kept["personDays"]!, (int)kept["maxPartnerships"]!, (string?)kept["text"]!["nb"]));
        Assert.Empty(kari.Complaints);
        Assert.Empty(ola.Complaints);
    }
}

using Kommunebro.Contracts.Matching;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Registry.Offers;

public sealed class CommittedCapacityTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Fact]
    public async Task An_offer_tells_what_of_it_is_held_and_in_use()
    {
        var offer = await registry.SubmitOfferAsync();
        Assert.Equal((new CommittedView(0, 0, 0), false), (offer.Committed, offer.Overcommitted));

        await CommitAsync(offer, version: 1, reserved: 20, inUse: 40, partnerships: 2);

        var read = await ReadAsync(offer);
        Assert.Equal((new CommittedView(20, 40, 2), false), (read.Committed, read.Overcommitted));
        var listed = (await registry.GetAsync($"offers?municipality={offer.Municipality}")).As<Page<OfferView>>().Items.Single();
        Assert.Equal(read.Committed, listed.Committed);
    }

    [Fact]
    public async Task An_older_line_of_the_ledger_changes_nothing()
    {
        var offer = await registry.SubmitOfferAsync();

        await CommitAsync(offer, version: 5, reserved: 0, inUse: 30, partnerships: 1);
        await CommitAsync(offer, version: 4, reserved: 30, inUse: 0, partnerships: 1);

        Assert.Equal(new CommittedView(0, 30, 1), (await ReadAsync(offer)).Committed);
    }

    [Theory]
    [InlineData("personDays", "49", true)]
    [InlineData("personDays", "50", false)]
    [InlineData("maxPartnerships", "1", true)]
    [InlineData("maxPartnerships", "2", false)]
    [InlineData("personDays", "null", false)]
    public async Task A_revision_below_what_is_committed_is_taken_and_flagged(string field, string value, bool overcommitted)
    {
        var offer = await registry.SubmitOfferAsync();
        await CommitAsync(offer, version: 1, reserved: 10, inUse: 40, partnerships: 2);

        var body = Bodies.Offer(offer.Municipality).With("areas[0].personDays", "null").With(field, value);
        var revised = (await registry.SendAsync(HttpMethod.Put, $"offers/{offer.Id}", body, 1)).As<OfferView>();

        Assert.Equal(overcommitted, revised.Overcommitted);
        Assert.Equal(overcommitted, (await ReadAsync(offer)).Overcommitted);
        Assert.False((await registry.WithdrawOfferAsync(revised)).Overcommitted);
    }

    private async Task<OfferView> ReadAsync(OfferView offer) => (await registry.GetAsync($"offers/{offer.Id}")).As<OfferView>();

    private async Task CommitAsync(OfferView offer, long version, int reserved, int inUse, int partnerships)
    {
        var supplier = (await registry.GetAsync($"municipalities/{offer.Municipality}")).As<MunicipalityView>();
        await registry.HearAsync(CapacityChanged.MessageName, new CapacityChanged(supplier.Id, version, reserved, inUse, partnerships));
    }
}

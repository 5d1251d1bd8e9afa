using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Proposals;

/// <summary>What is asked for, or held by a partnership, is off a supplier's capacity once.</summary>
public sealed class AskedCapacityTests
{
    [Fact]
    public async Task Capacity_that_is_asked_for_is_not_shared_out_again()
    {
        // Forty days: a need of twenty beside the overhead of a partnership leaves too little for another.
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Zelena, World.Vyshneva,
            World.OfferOf(World.Norheim) with { PersonDays = 40 }, World.NeedOf(World.Zelena));
        await desk.ReleasedAsync();
        await desk.Server.HearAsync(World.NeedOf(World.Vyshneva, 2));

        var run = await desk.Server.CompleteRunAsync();

        Assert.Equal((0, 1), ((int)run["proposals"]!, (int)run["unmatched"]!));
        Assert.Equal("capacity_left", await Desk.RefusalAsync(desk.Ks.ProposeAsync(new ProposeRequest
        {
            NeedId = $"{World.NeedOf(World.Vyshneva, 2).NeedId}", SupplierCode = World.Norheim.Code, Reason = "they know each other",
        })));
    }

    [Theory]
    [InlineData(45, 0)]
    [InlineData(46, 1)]
    public async Task The_days_of_a_partnership_that_is_asked_for_are_not_shared_out_again(int capacity, int proposals)
    {
        // Twice twenty days for needs and three for a partnership.
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Zelena, World.Vyshneva,
            World.OfferOf(World.Norheim) with { PersonDays = capacity }, World.NeedOf(World.Zelena));
        await desk.ReleasedAsync();
        await desk.Server.HearAsync(World.NeedOf(World.Vyshneva, 2));

        Assert.Equal(proposals, (int)(await desk.Server.CompleteRunAsync())["proposals"]!);
    }

    [Fact]
    public async Task A_second_need_of_a_hromada_takes_no_days_of_a_partnership_again()
    {
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Zelena, World.OfferOf(World.Norheim) with { PersonDays = 43, MaxPartnerships = 1 },
            World.NeedOf(World.Zelena), World.NeedOf(World.Zelena, 2));
        await desk.Server.CompleteRunAsync();

        foreach (var proposal in (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows)
        {
            var keyed = await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks"));
            Assert.Equal("with_supplier", (await desk.Auc.ApproveProposalAsync(Story.Approve(keyed, "auc"))).Status);
        }

        Assert.Equal(2, await desk.Server.Database.ScalarAsync<long>("select count(*) from holds"));
    }

    [Fact]
    public async Task A_supplier_whose_partnerships_are_all_taken_gets_no_other()
    {
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Zelena, World.Vyshneva,
            World.OfferOf(World.Norheim) with { MaxPartnerships = 1 }, World.NeedOf(World.Zelena));
        await desk.AcceptedAsync();
        await desk.Server.HearAsync(World.NeedOf(World.Vyshneva, 2), World.NeedOf(World.Zelena, 3));

        var run = await desk.Server.CompleteRunAsync();

        Assert.Equal((0, 2), ((int)run["proposals"]!, (int)run["unmatched"]!));
    }
}

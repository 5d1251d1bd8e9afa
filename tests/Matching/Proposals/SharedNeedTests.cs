using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Proposals;

/// <summary>A need that is too large for one supplier goes out in quarters, and never more of it than there is.</summary>
public sealed class SharedNeedTests
{
    private static readonly NeedVerified Large = World.NeedOf(World.Zelena) with { PersonDays = 160 };

    private static IReadOnlyList<object> Shared =>
        [World.Water, World.Norheim, World.Sorvik, World.Zelena, World.OfferOf(World.Norheim), World.OfferOf(World.Sorvik), Large];

    [Fact]
    public async Task A_run_proposes_its_parts_to_several_and_one_of_them_coordinates()
    {
        await using var desk = await Desk.OpenAsync(Shared);
        await desk.Server.CompleteRunAsync();

        var parts = await ProposedAsync(desk);

        // 100 person-days less 3 for the partnership carry two quarters of 40 each.
        Assert.Equal([2, 2], parts.Select(part => part.Quarters));
        Assert.All(parts, part => Assert.Equal(80, part.PersonDays));
        Assert.Single(parts, part => part.Coordinates);
        Assert.All(parts, part => Assert.StartsWith("The need is shared:", part.Conditions[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_parts_go_out_and_then_the_need_is_taken()
    {
        await using var desk = await Desk.OpenAsync(Shared);
        await desk.Server.CompleteRunAsync();

        foreach (var part in await ProposedAsync(desk))
            Assert.Equal("with_supplier", (await ReleaseAsync(desk, part)).Status);

        Assert.Equal("need_taken", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, null))));
        Assert.Equal((1, 1), await CoveredAsync(desk));
    }

    [Fact]
    public async Task What_one_part_leaves_free_is_shared_out_by_the_next_run()
    {
        await using var desk = await Desk.OpenAsync(Shared);
        await desk.Server.CompleteRunAsync();
        var parts = await ProposedAsync(desk);
        await ReleaseAsync(desk, parts[0]);

        await desk.Server.CompleteRunAsync();

        var rest = Assert.Single(await ProposedAsync(desk));
        Assert.Equal((parts[1].Supplier.Code, 2, 80), (rest.Supplier.Code, rest.Quarters, rest.PersonDays));
        Assert.Equal((1, 1), await CoveredAsync(desk));
    }

    [Fact]
    public async Task A_person_proposes_a_part_by_hand_as_much_as_is_left()
    {
        await using var desk = await Desk.OpenAsync(Shared);
        Assert.Equal("capacity_left", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, null))));
        Assert.Equal("out_of_range", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 5))));
        Assert.Equal("out_of_range", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 0))));

        var quarter = await ReleaseAsync(desk, await desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 1)));

        Assert.Equal((1, 40, true), (quarter.Quarters, quarter.PersonDays, quarter.Coordinates));
        Assert.Equal((0, 0), await CoveredAsync(desk));
        Assert.Equal("out_of_range", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Sorvik.Code, 4))));
        Assert.False((await desk.Ks.ProposeAsync(Propose(World.Sorvik.Code, 2))).Coordinates);
    }

    [Fact]
    public async Task A_partnership_tells_how_much_of_the_need_it_meets()
    {
        await using var desk = await Desk.OpenAsync(Shared);
        var part = await ReleaseAsync(desk, await desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 2)));
        await desk.Auc.RecordAnswerAsync(Story.Yes(await desk.Ks.RecordAnswerAsync(Story.Yes(part, "supplier")), "hromada"));

        var told = Assert.Single(await desk.ToldAsync(PartnershipChanged.MessageName));
        Assert.Equal(2, (int)Assert.Single(told["quarters"]!.AsArray())!);
    }

    [Fact]
    public async Task Of_two_parts_that_wait_for_their_keys_one_coordinates()
    {
        await using var desk = await Desk.OpenAsync(Shared);

        Assert.True((await desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 2))).Coordinates);
        Assert.False((await desk.Ks.ProposeAsync(Propose(World.Sorvik.Code, 2))).Coordinates);
    }

    [Fact]
    public async Task A_part_that_goes_out_while_a_run_is_at_work_is_not_proposed_again()
    {
        using var solver = new GatedSolver();
        await using var desk = await Desk.OpenAsync(new MatchingServerOptions { Solver = solver }, Shared);
        var part = await desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 2));
        var run = await desk.Server.RequestRunAsync();
        await desk.Server.UntilAsync(run, "running");
        await ReleaseAsync(desk, part);

        solver.Open();

        Assert.Equal(1, (int)(await desk.Server.UntilAsync(run, "completed"))["proposals"]!);
        Assert.Equal(World.Sorvik.Code, Assert.Single(await ProposedAsync(desk)).Supplier.Code);
    }

    [Fact]
    public async Task Who_has_a_part_of_it_takes_no_second_one()
    {
        await using var desk = await Desk.OpenAsync(Shared);
        await ReleaseAsync(desk, await desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 1)));

        Assert.Equal("need_taken", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 1))));
    }

    [Fact]
    public async Task No_more_share_it_than_the_scenario_allows()
    {
        MunicipalityChanged[] five = [.. Enumerable.Range(11, 5).Select(number => World.Municipality(number, $"Nes {number}", $"Нес {number}"))];
        await using var desk = await Desk.OpenAsync([World.Water, .. five, World.Zelena, .. five.Select(World.OfferOf), Large]);
        var proposed = new List<Proposal>();
        foreach (var supplier in five.SkipLast(1))
            proposed.Add(await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.Ks.ProposeAsync(Propose(supplier.Code, 1)), "ks")));
        foreach (var part in proposed.SkipLast(1))
            Assert.Equal("with_supplier", (await desk.Auc.ApproveProposalAsync(Story.Approve(part, "auc"))).Status);

        Assert.Equal("need_taken", await RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(proposed[^1], "auc"))));
        Assert.Equal("need_taken", await RefusalAsync(desk.Ks.ProposeAsync(Propose(five[^1].Code, 1))));
    }

    [Fact]
    public async Task The_rest_of_one_that_has_become_too_small_to_share_goes_to_nobody()
    {
        await using var desk = await Desk.OpenAsync(Shared);
        var run = (string)(await desk.Server.CompleteRunAsync())["id"]!;
        await ReleaseAsync(desk, (await ProposedAsync(desk)).Single(part => part.Supplier.Code == World.Norheim.Code));
        await desk.Server.HearAsync(Large with { Version = 3, PersonDays = 20 });

        var cost = await desk.Ks.WhatIfPinnedAsync(
            new WhatIfPinnedRequest { RunId = run, SupplierCode = World.Sorvik.Code, NeedId = $"{Large.NeedId}" });

        Assert.Equal(("conflict", 4), (cost.Result, cost.Quarters));
    }

    [Fact]
    public async Task Two_who_release_more_of_it_than_there_is_do_not_both_succeed()
    {
        await using var desk = await Desk.OpenAsync([.. Shared.SkipLast(1), Large with { PersonDays = 100 }]);
        var one = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 3)), "ks"));
        var other = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.Ks.ProposeAsync(Propose(World.Sorvik.Code, 3)), "ks"));

        var outcomes = await Task.WhenAll(new[] { one, other }.Select(async proposal =>
        {
            try
            {
                return (await desk.Auc.ApproveProposalAsync(Story.Approve(proposal, "auc"))).Status;
            }
            catch (Grpc.Core.RpcException)
            {
                return "refused";
            }
        }));

        Assert.Equal(["refused", "with_supplier"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_small_need_is_not_shared()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        Assert.Equal("not_shareable", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, 2))));
    }

    private static ProposeRequest Propose(string supplier, int? quarters)
    {
        var request = ProposeByHandTests.Propose(supplier, Large.NeedId);
        if (quarters is { } some)
            request.Quarters = some;
        return request;
    }

    private static async Task<Proposal> ReleaseAsync(Desk desk, Proposal proposal) =>
        await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks")), "auc"));

    private static async Task<IReadOnlyList<Proposal>> ProposedAsync(Desk desk) =>
        (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows;

    private static async Task<(int Needs, int Hromadas)> CoveredAsync(Desk desk)
    {
        var overview = await desk.Viewer.GetOverviewAsync(new GetOverviewRequest());
        return (overview.NeedsCovered, overview.HromadasCovered);
    }
}

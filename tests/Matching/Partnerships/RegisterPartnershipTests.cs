using System.Net;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Partnerships;

/// <summary>What two mayors made by themselves.</summary>
public sealed class RegisterPartnershipTests
{
    [Fact]
    public async Task It_counts_from_then_on_and_the_two_are_not_proposed_to_each_other()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        var made = await desk.Auc.RegisterPartnershipAsync(Register("active"));

        Assert.Equal(("active", true, "registered", "", 15), (made.Stage, made.Exists, made.Origin, made.ProposalId, made.PersonDays));
        Assert.Equal((World.Norheim.Code, World.Zelena.Code, "WAT"), (made.Supplier.Code, made.Hromada.Code, made.AreaCode));
        Assert.Equal(("partnership.register", "Met in Lviv", "active", "2024-05-01"), made.Timeline[0] is var first ? (first.Action, first.Text, first.Stage, first.On) : default);
        var told = Assert.Single(await desk.ToldAsync(PartnershipChanged.MessageName));
        Assert.Equal(("registered", true, 0), ((string)told["event"]!, (bool)told["exists"]!, told["needIds"]!.AsArray().Count));
        var capacity = Assert.Single(await desk.ToldAsync(CapacityChanged.MessageName));
        Assert.Equal((0, 15, 1), ((int)capacity["reservedPersonDays"]!, (int)capacity["inUsePersonDays"]!, (int)capacity["partnerships"]!));

        Assert.Equal(World.Sorvik.Code, (await desk.ProposedAsync()).Supplier.Code);
        Assert.Equal("not_excluded", await RefusalAsync(desk.Ks.ProposeAsync(new ProposeRequest
        {
            NeedId = $"{World.NeedOf(World.Zelena).NeedId}", SupplierCode = World.Norheim.Code, Reason = "Once more",
        })));
    }

    [Fact]
    public async Task The_need_that_it_serves_is_taken()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var waiting = await desk.Ks.ApproveProposalAsync(Story.Approve(await desk.ProposedAsync(), "ks"));

        var made = await desk.Ks.RegisterPartnershipAsync(Register("exploring", need: World.NeedOf(World.Zelena).NeedId));

        Assert.Equal((false, "New pumps"), (made.Exists, Assert.Single(made.Needs).Title));
        Assert.Equal("need_not_available", await RefusalAsync(desk.Auc.ApproveProposalAsync(Story.Approve(waiting, "auc"))));
        Assert.Equal(0, (int)(await desk.Server.CompleteRunAsync())["proposals"]!);
        var other = Register("active", need: World.NeedOf(World.Zelena).NeedId);
        other.SupplierCode = World.Sorvik.Code;
        Assert.Equal("need_taken", await RefusalAsync(desk.Ks.RegisterPartnershipAsync(other)));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_or_by_its_code()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Vyshneva, 2)]);

        Assert.Equal("invalid_fields", await RefusalAsync(desk.Ks.RegisterPartnershipAsync(new RegisterPartnershipRequest())));
        await AssertRefusedAsync("unknown_municipality", request => request.SupplierCode = World.Vyshneva.Code);
        await AssertRefusedAsync("unknown_municipality", request => request.HromadaCode = World.Norheim.Code);
        await AssertRefusedAsync("unknown_value", request => request.Stage = "first_talk");
        await AssertRefusedAsync("unknown_value", request => request.Stage = "closed");
        await AssertRefusedAsync("in_future", request => request.Since = "2026-11-24");
        await AssertRefusedAsync("invalid_date", request => request.Since = "1.5.2024");
        await AssertRefusedAsync("unknown_area", request => request.AreaCode = "XXX");
        await AssertRefusedAsync("out_of_range", request => request.PersonDays = 20_001);
        await AssertRefusedAsync("unknown_need", request => request.NeedId = $"{World.NeedOf(World.Vyshneva, 2).NeedId}");
        await AssertRefusedAsync("too_long", request => request.RequestId = new string('x', 101));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Viewer.RegisterPartnershipAsync(Register("active"))));
        Assert.Equal(0, (await desk.Ks.FindPartnershipsAsync(new FindPartnershipsRequest())).Total);

        async Task AssertRefusedAsync(string code, Action<RegisterPartnershipRequest> spoil)
        {
            var request = Register("active");
            spoil(request);
            Assert.Equal(code, await RefusalAsync(desk.Ks.RegisterPartnershipAsync(request)));
        }
    }

    [Fact]
    public async Task Two_have_one_partnership_until_it_ends()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var made = await desk.Ks.RegisterPartnershipAsync(Register("active"));

        Assert.Equal("already_partners", await RefusalAsync(desk.Auc.RegisterPartnershipAsync(Register("exploring"))));
        await desk.Ks.ReachStageAsync(Story.Reach(made, "closed", "the end"));
        Assert.NotEqual(made.PartnershipId, (await desk.Auc.RegisterPartnershipAsync(Register("exploring"))).PartnershipId);
    }

    [Fact]
    public async Task Clicked_many_times_at_once_it_is_registered_once_for_each_person()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => (await desk.Ks.RegisterPartnershipAsync(Register("active", request: "r1"))).PartnershipId));

        Assert.Single(made.Distinct());
        Assert.Single(await desk.ToldAsync(PartnershipChanged.MessageName));
        // Another person's request has nothing to do with it.
        var other = Register("active", request: "r1");
        other.HromadaCode = World.Vyshneva.Code;
        Assert.Equal(World.Vyshneva.Code, (await desk.Auc.RegisterPartnershipAsync(other)).Hromada.Code);
    }

    [Fact]
    public async Task By_rest_a_key_repeats_the_answer()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        using var ks = desk.StaffHttp("ks-coordinator");
        var body = $$"""{"supplier":"{{World.Norheim.Code}}","hromada":"{{World.Zelena.Code}}","stage":"letter_of_intent","since":"2025-01-31","area":"WAT"}""";

        var made = (await desk.Server.PostAsync("partnerships", body, ks, key: "k1")).Expect(HttpStatusCode.Created);

        Assert.Equal($"/api/v1/partnerships/{(string)made.Body["id"]!}", made.Location?.OriginalString);
        Assert.Equal((0, "2025-01-31"), ((int)made.Body["personDays"]!, (string)made.Body["stageOn"]!));
        Assert.Equal(made.Text, (await desk.Server.PostAsync("partnerships", body, ks, key: "k1")).Expect(HttpStatusCode.Created).Text);
        (await desk.Server.PostAsync("partnerships", body, ks)).ExpectProblem(HttpStatusCode.Conflict, "already_partners");
    }

    private static RegisterPartnershipRequest Register(string stage, Guid? need = null, string request = "") => new()
    {
        RequestId = request,
        SupplierCode = World.Norheim.Code,
        HromadaCode = World.Zelena.Code,
        Stage = stage,
        Since = "2024-05-01",
        AreaCode = "WAT",
        PersonDays = 15,
        NeedId = need is null ? "" : $"{need}",
        Note = "Met in Lviv",
    };
}

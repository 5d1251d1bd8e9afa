using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Partnerships;

public sealed class StagesTests
{
    private static readonly string[] All = ["first_talk", "exploring", "letter_of_intent", "acute_help", "active", "closed", "cancelled"];

    // As docs/partnerships.md promises.
    private static readonly Dictionary<string, string[]> Next = new()
    {
        ["first_talk"] = ["exploring", "letter_of_intent", "acute_help", "cancelled"],
        ["exploring"] = ["letter_of_intent", "acute_help", "cancelled"],
        ["letter_of_intent"] = ["acute_help", "active", "closed", "cancelled"],
        ["acute_help"] = ["letter_of_intent", "active", "closed", "cancelled"],
        ["active"] = ["closed", "cancelled"],
        ["closed"] = [],
        ["cancelled"] = [],
    };

    [Theory]
    [InlineData("exploring", "letter_of_intent", "acute_help", "active", "closed")]
    [InlineData("letter_of_intent", "active", "cancelled")]
    [InlineData("acute_help", "letter_of_intent", "closed")]
    [InlineData("exploring", "acute_help", "closed")]
    [InlineData("letter_of_intent", "cancelled")]
    [InlineData("acute_help", "cancelled")]
    [InlineData("exploring", "cancelled")]
    [InlineData("cancelled")]
    public async Task Each_stage_is_reached_from_those_that_allow_it_and_from_no_other(params string[] path)
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var partnership = await desk.FirstTalkAsync();
        Assert.Equal(("first_talk", false, "2026-12-07"), (partnership.Stage, partnership.Exists, partnership.FollowUpOn));
        await AssertOnlyLegalAsync(desk, partnership);

        foreach (var stage in path)
        {
            partnership = await desk.Auc.ReachStageAsync(Story.Reach(partnership, stage));

            var exists = stage is "letter_of_intent" or "acute_help" or "active";
            Assert.Equal((stage, exists), (partnership.Stage, partnership.Exists));
            Assert.Equal(("partnership.stage", stage, "agreed", "2026-11-23"), partnership.Timeline[^1] is var last ? (last.Action, last.Stage, last.Text, last.On) : default);
            var told = (await desk.ToldAsync(PartnershipChanged.MessageName))[^1];
            Assert.Equal(("stage_reached", stage, exists, partnership.Version), ((string)told["event"]!, (string)told["stage"]!, (bool)told["exists"]!, (long)told["version"]!));
            await AssertOnlyLegalAsync(desk, partnership);
        }
    }

    [Theory]
    [InlineData("closed", 0)]
    [InlineData("cancelled", 1)]
    public async Task The_letter_of_intent_turns_reserved_capacity_into_use_and_the_end_sets_it_free_and_the_need_only_when_it_is_not_met(
        string end, int proposals)
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var talk = await desk.FirstTalkAsync();
        Assert.Equal((20, 0, 1), Sums((await desk.ToldAsync(CapacityChanged.MessageName))[^1]));

        var letter = await desk.Ks.ReachStageAsync(Story.Reach(talk, "letter_of_intent"));
        Assert.Equal((0, 20, 1), Sums((await desk.ToldAsync(CapacityChanged.MessageName))[^1]));
        Assert.Equal(
            ($"{World.NeedOf(World.Zelena).NeedId}", true),
            (await desk.ToldAsync(PartnershipChanged.MessageName))[^1] is var told ? ((string)Assert.Single(told["needIds"]!.AsArray())!, (bool)told["exists"]!) : default);
        Assert.Equal(0, (int)(await desk.Server.CompleteRunAsync())["proposals"]!);

        var closed = await desk.Ks.ReachStageAsync(Story.Reach(letter, end, "the work is done"));
        Assert.Equal((0, 0, 0), Sums((await desk.ToldAsync(CapacityChanged.MessageName))[^1]));
        Assert.Equal("", closed.FollowUpOn);
        var run = await desk.Server.CompleteRunAsync();
        Assert.Equal((proposals, 0), ((int)run["proposals"]!, (int)run["unmatched"]!));
        // The supplier is free for another need of the same hromada.
        await desk.Server.HearAsync(World.NeedOf(World.Zelena, 2));
        run = await desk.Server.CompleteRunAsync();
        Assert.Equal((proposals + 1, 0), ((int)run["proposals"]!, (int)run["unmatched"]!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_need_of_two_municipalities_joins_their_partnership(bool bothAtOnce)
    {
        await using var desk = await Desk.OpenAsync(
            World.Water, World.Norheim, World.Zelena, World.OfferOf(World.Norheim) with { MaxPartnerships = 1 },
            World.NeedOf(World.Zelena), World.NeedOf(World.Zelena, 2));
        await desk.Server.CompleteRunAsync();
        var ids = new HashSet<string>();
        var waiting = new Queue<Proposal>();
        foreach (var proposal in (await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Rows)
        {
            waiting.Enqueue(await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks")), "auc")));
            if (bothAtOnce && waiting.Count == 1)
                continue;
            while (waiting.TryDequeue(out var released))
            {
                var second = await desk.Ks.RecordAnswerAsync(Story.Yes(released, "supplier"));
                ids.Add((await desk.Auc.RecordAnswerAsync(Story.Yes(second, "hromada"))).PartnershipId);
            }
        }

        var partnership = await desk.Ks.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = Assert.Single(ids) });
        Assert.Equal((2, 40), (partnership.Needs.Count, partnership.PersonDays));
        Assert.Equal((40, 0, 1), Sums((await desk.ToldAsync(CapacityChanged.MessageName))[^1]));
    }

    [Fact]
    public async Task A_stage_has_a_day_that_has_come_and_an_end_its_reason()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var talk = await desk.FirstTalkAsync();

        Assert.Equal("in_future", await RefusalAsync(desk.Ks.ReachStageAsync(On(talk, "exploring", "2026-11-24"))));
        Assert.Equal("before_stage", await RefusalAsync(desk.Ks.ReachStageAsync(On(talk, "exploring", "2026-11-22"))));
        Assert.Equal("invalid_date", await RefusalAsync(desk.Ks.ReachStageAsync(On(talk, "exploring", "23.11.2026"))));
        Assert.Equal("missing_field", await RefusalAsync(desk.Ks.ReachStageAsync(On(talk, "exploring", ""))));
        Assert.Equal("unknown_value", await RefusalAsync(desk.Ks.ReachStageAsync(Story.Reach(talk, "friends"))));
        Assert.Equal("missing_field", await RefusalAsync(desk.Ks.ReachStageAsync(Story.Reach(talk, "cancelled", text: ""))));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Viewer.ReachStageAsync(Story.Reach(talk, "exploring"))));
        Assert.Equal("unknown_partnership", await RefusalAsync(desk.Ks.ReachStageAsync(new ReachStageRequest
        {
            PartnershipId = "nonsense", Version = 1, Stage = "exploring", On = "2026-11-23",
        })));
        await desk.Ks.ReachStageAsync(Story.Reach(talk, "exploring"));
        Assert.Equal("version_mismatch", await RefusalAsync(desk.Auc.ReachStageAsync(Story.Reach(talk, "letter_of_intent"))));
        Assert.Equal(["started", "stage_reached"], await desk.EventsAsync(PartnershipChanged.MessageName));
    }

    [Fact]
    public async Task By_rest_too_a_step_names_the_version_that_was_seen_and_partners_only_read()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var talk = await desk.FirstTalkAsync();
        var (path, body) = ($"partnerships/{talk.PartnershipId}/stage", """{"stage":"letter_of_intent","on":"2026-11-23"}""");
        using var ks = desk.StaffHttp("ks-coordinator");
        var supplier = await desk.PartnerOfAsync(talk.Supplier.Code);

        (await desk.Server.PostAsync(path, body, ks)).ExpectProblem((HttpStatusCode)428, "version_required");
        (await desk.Server.PostAsync(path, body, ks, seen: 9)).ExpectProblem(HttpStatusCode.PreconditionFailed, "version_mismatch");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Server.PostAsync(path, body, supplier, talk.Version)).Status);
        var reached = (await desk.Server.PostAsync(path, body, ks, talk.Version, "k1")).Expect(HttpStatusCode.OK);
        Assert.Equal(reached.Text, (await desk.Server.PostAsync(path, body, ks, talk.Version, "k1")).Expect(HttpStatusCode.OK).Text);

        var seen = (await desk.Server.GetAsync($"partnerships/{talk.PartnershipId}", caller: supplier)).Expect(HttpStatusCode.OK).Body;
        Assert.Equal(("letter_of_intent", true, true), ((string)seen["stage"]!, (bool)seen["exists"]!, (bool)seen["contactsShared"]!));
        Assert.Empty(seen["timeline"]!.AsArray());
        Assert.Empty(seen["nextStages"]!.AsArray());
    }

    /// <summary>Only the promised stages are offered, and all others refused without a change.</summary>
    private static async Task AssertOnlyLegalAsync(Desk desk, Partnership partnership)
    {
        Assert.Equal(Next[partnership.Stage], partnership.NextStages);
        foreach (var stage in All.Except(Next[partnership.Stage]))
            Assert.Equal("illegal_step", await RefusalAsync(desk.Ks.ReachStageAsync(Story.Reach(partnership, stage))));
        var now = await desk.Ks.GetPartnershipAsync(new GetPartnershipRequest { PartnershipId = partnership.PartnershipId });
        Assert.Equal(partnership, now);
    }

    private static (int Reserved, int InUse, int Partnerships) Sums(JsonObject told) =>
        ((int)told["reservedPersonDays"]!, (int)told["inUsePersonDays"]!, (int)told["partnerships"]!);

    private static ReachStageRequest On(Partnership partnership, string stage, string day)
    {
        var request = Story.Reach(partnership, stage);
        request.On = day;
        return request;
    }
}

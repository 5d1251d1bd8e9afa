using System.Net;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs;
using Kommunebro.Tests.Matching.Hosting;
using Answer = Kommunebro.Tests.Matching.Hosting.Answer;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Proposals;

public sealed class ProposeByHandTests
{
    private static readonly NeedVerified Need = World.NeedOf(World.Zelena);

    [Fact]
    public async Task A_persons_own_idea_waits_for_the_keys_as_one_of_a_run_and_no_run_takes_it_back()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        var proposal = await desk.Auc.ProposeAsync(Propose(World.Sorvik.Code));

        Assert.Equal(("proposed", "hand", "The mayors have met", ""), (proposal.Status, proposal.Origin, proposal.Reason, proposal.RunId));
        Assert.Equal(proposal.Score, proposal.Criteria.Sum(criterion => criterion.Points));
        Assert.NotEmpty(proposal.Why);
        var told = Assert.Single(await desk.ToldAsync(ProposalChanged.MessageName));
        Assert.Equal(("proposed", "auc"), ((string)told["event"]!, (string)told["key"]!));

        await desk.Server.CompleteRunAsync();
        Assert.Equal("proposed", (await GetAsync(desk, proposal)).Status);
        var once = await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks"));
        Assert.Equal("with_supplier", (await desk.Auc.ApproveProposalAsync(Story.Approve(once, "auc"))).Status);
    }

    [Fact]
    public async Task What_is_missing_or_unknown_is_told_by_its_field()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.Municipality(3, "Fjellby", "Ф'єльбю")]);

        Assert.Equal("invalid_fields", await RefusalAsync(desk.Ks.ProposeAsync(new ProposeRequest())));
        Assert.Equal("invalid_id", await RefusalAsync(desk.Ks.ProposeAsync(new ProposeRequest { NeedId = "x", SupplierCode = "4601", Reason = "Why not" })));
        Assert.Equal("too_short", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, reason: "ok"))));
        Assert.Equal("unknown_value", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, opening: "yes"))));
        Assert.Equal("unknown_need", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Norheim.Code, need: Guid.CreateVersion7()))));
        Assert.Equal("unknown_municipality", await RefusalAsync(desk.Ks.ProposeAsync(Propose("9999"))));
        Assert.Equal("unknown_municipality", await RefusalAsync(desk.Ks.ProposeAsync(Propose(World.Zelena.Code))));
        Assert.Equal("offer_not_available", await RefusalAsync(desk.Ks.ProposeAsync(Propose("4603"))));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Viewer.ProposeAsync(Propose(World.Norheim.Code))));
        Assert.Empty((await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Rows);
    }

    [Fact]
    public async Task One_pair_is_proposed_once_and_a_need_that_somebody_is_asked_about_not_at_all()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        await desk.Ks.ProposeAsync(Propose(World.Norheim.Code));
        Assert.Equal("already_proposed", await RefusalAsync(desk.Auc.ProposeAsync(Propose(World.Norheim.Code))));

        var other = await desk.Ks.ProposeAsync(Propose(World.Sorvik.Code));
        await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(other, "ks")), "auc"));

        Assert.Equal("need_taken", await RefusalAsync(desk.Auc.ProposeAsync(Propose(World.Norheim.Code))));
    }

    [Fact]
    public async Task Of_many_who_propose_the_same_at_once_one_does()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(async number =>
        {
            try
            {
                return (await (number % 2 == 0 ? desk.Ks : desk.Auc).ProposeAsync(Propose(World.Norheim.Code))).Status;
            }
            catch (Grpc.Core.RpcException refused)
            {
                return refused.StatusCode.ToString();
            }
        }));

        Assert.Single(outcomes, outcome => outcome == "proposed");
        Assert.Single(await desk.ToldAsync(ProposalChanged.MessageName));
    }

    [Fact]
    public async Task What_was_declined_is_not_proposed_by_hand_either_until_its_flag_expires()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var declined = await desk.Ks.RecordAnswerAsync(Story.No(await desk.ReleasedAsync(), "supplier"));

        Assert.Equal("not_excluded", await RefusalAsync(desk.Ks.ProposeAsync(Propose(declined.Supplier.Code))));
        desk.Server.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal("not_excluded", await RefusalAsync(desk.Ks.ProposeAsync(Propose(declined.Supplier.Code))));
        desk.Server.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("proposed", (await desk.Ks.ProposeAsync(Propose(declined.Supplier.Code))).Status);
    }

    [Fact]
    public async Task A_key_of_one_client_has_nothing_to_do_with_that_of_another()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        using var one = desk.StaffHttp(StaffRole.KsCoordinator);
        using var other = desk.StaffHttp(StaffRole.KsCoordinator);

        var first = (await PostAsync(one, World.Norheim.Code)).Expect(HttpStatusCode.Created);
        Assert.Equal($"/api/v1/proposals/{(string)first.Body["id"]!}", first.Location?.OriginalString);
        Assert.Equal(first.Text, (await PostAsync(one, World.Norheim.Code)).Expect(HttpStatusCode.Created).Text);
        (await PostAsync(one, World.Sorvik.Code)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");

        var second = (await PostAsync(other, World.Sorvik.Code)).Expect(HttpStatusCode.Created);
        Assert.NotEqual((string)first.Body["id"]!, (string)second.Body["id"]!);
        Assert.Equal(2, (await desk.ToldAsync(ProposalChanged.MessageName)).Count);

        Task<Answer> PostAsync(HttpClient http, string supplier) => desk.Server.PostAsync(
            "proposals", $$"""{"needId":"{{Need.NeedId}}","supplier":"{{supplier}}","reason":"The mayors have met"}""", http, key: "k1");
    }

    internal static ProposeRequest Propose(string supplier, Guid? need = null, string reason = "The mayors have met", string opening = "") =>
        new() { NeedId = $"{need ?? Need.NeedId}", SupplierCode = supplier, Reason = reason, Opening = opening };

    private static async Task<Proposal> GetAsync(Desk desk, Proposal proposal) =>
        await desk.Ks.GetProposalAsync(new GetProposalRequest { ProposalId = proposal.ProposalId });
}

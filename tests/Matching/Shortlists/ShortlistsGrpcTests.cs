using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Shortlists;

/// <summary>The lists from which coordinators propose by hand.</summary>
public sealed class ShortlistsGrpcTests
{
    private static readonly string Need = $"{World.NeedOf(World.Zelena).NeedId}";

    [Fact]
    public async Task Who_fits_a_need_is_told_best_first_and_can_be_proposed()
    {
        await using var desk = await Desk.OpenAsync(
            [.. World.Small, World.OfferOf(World.Sorvik) with { Version = 2, Areas = [new OfferedArea("WAT", 4, [Mode.AdviceRemote], null)] }]);

        var shortlist = await desk.Auc.GetShortlistAsync(new GetShortlistRequest { NeedId = Need });

        Assert.Equal(["Sorvik", "Norheim"], shortlist.Candidates.Select(candidate => candidate.Supplier.Name));
        Assert.Empty(shortlist.Reasons);
        Assert.All(shortlist.Candidates, candidate =>
        {
            Assert.Equal(candidate.Score, candidate.Criteria.Sum(criterion => criterion.Points));
            Assert.Equal((Need, "New pumps", "WAT", 20), (candidate.Need.NeedId, candidate.Need.Title, candidate.AreaCode, candidate.PersonDays));
            Assert.NotEmpty(candidate.Why);
        });
        var proposal = await desk.Auc.ProposeAsync(
            new ProposeRequest { NeedId = Need, SupplierCode = shortlist.Candidates[1].Supplier.Code, Reason = "They know each other" });
        Assert.Equal(shortlist.Candidates[1].Score, proposal.Score);
    }

    [Fact]
    public async Task Whom_a_supplier_could_help_leaves_out_what_somebody_is_asked_about()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Vyshneva, 2)]);
        var ask = new GetShortlistRequest { SupplierCode = World.Norheim.Code };
        Assert.Equal(2, (await desk.Ks.GetShortlistAsync(ask)).Candidates.Count);

        var proposal = await desk.Ks.ProposeAsync(new ProposeRequest { NeedId = Need, SupplierCode = World.Sorvik.Code, Reason = "They know each other" });
        await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks")), "auc"));

        Assert.Equal(World.Vyshneva.Code, Assert.Single((await desk.Ks.GetShortlistAsync(ask)).Candidates).Need.Hromada.Code);
        Assert.Equal("need_taken", await RefusalAsync(desk.Ks.GetShortlistAsync(new GetShortlistRequest { NeedId = Need })));
    }

    [Fact]
    public async Task Where_nobody_fits_the_reason_is_told_in_the_readers_language()
    {
        await using var desk = await Desk.OpenAsync([.. World.Small, World.NeedOf(World.Vyshneva, 7) with { AreaCode = "MHP" }]);
        var ask = new GetShortlistRequest { NeedId = $"{World.Id(4, 7)}" };

        var shortlist = await desk.Ks.GetShortlistAsync(ask, new Grpc.Core.Metadata { { "accept-language", "nb" } });

        Assert.Empty(shortlist.Candidates);
        Assert.StartsWith("Ingen kan foreslås.", shortlist.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_cannot_be_answered_is_refused()
    {
        await using var desk = await Desk.OpenAsync(World.Small);

        Assert.Equal("one_side_required", await RefusalAsync(desk.Ks.GetShortlistAsync(new GetShortlistRequest())));
        Assert.Equal("one_side_required", await RefusalAsync(desk.Ks.GetShortlistAsync(new GetShortlistRequest { NeedId = Need, SupplierCode = "4601" })));
        Assert.Equal("invalid_id", await RefusalAsync(desk.Ks.GetShortlistAsync(new GetShortlistRequest { NeedId = "x" })));
        Assert.Equal("unknown_need", await RefusalAsync(desk.Ks.GetShortlistAsync(new GetShortlistRequest { NeedId = $"{Guid.CreateVersion7()}" })));
        Assert.Equal("unknown_municipality", await RefusalAsync(desk.Ks.GetShortlistAsync(new GetShortlistRequest { SupplierCode = World.Zelena.Code })));
        Assert.Equal("PermissionDenied", await RefusalAsync(desk.Viewer.GetShortlistAsync(new GetShortlistRequest { NeedId = Need })));
    }
}

using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Tests.Matching.Hosting;
using static Kommunebro.Tests.Matching.Hosting.Desk;

namespace Kommunebro.Tests.Matching.Answers;

public sealed class RecordAnswerTests
{
    [Fact]
    public async Task Each_side_records_for_its_own_with_who_when_and_how()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var released = await desk.ReleasedAsync();
        Assert.Equal("side_of_others", await RefusalAsync(desk.Auc.RecordAnswerAsync(Story.Yes(released, "supplier"))));
        Assert.Equal("not_your_turn", await RefusalAsync(desk.Auc.RecordAnswerAsync(Story.Yes(released, "hromada"))));

        var asked = await desk.Ks.RecordAnswerAsync(Story.Yes(released, "supplier"));

        Assert.Equal(("with_hromada", "recorded", "phone"), (asked.Status, asked.SupplierAnswer.How, asked.SupplierAnswer.Channel));
        Assert.StartsWith("staff:", asked.SupplierAnswer.By, StringComparison.Ordinal);
        Assert.Equal(("proposal.record_answer", "2026-11-23"), (asked.History[^1].Action, asked.History[^1].On));
        Assert.Equal("already_answered", await RefusalAsync(desk.Ks.RecordAnswerAsync(Story.Yes(asked, "supplier"))));
        Assert.Equal("side_of_others", await RefusalAsync(desk.Ks.RecordAnswerAsync(Story.Yes(asked, "hromada"))));
        Assert.Equal("accepted", (await desk.Auc.RecordAnswerAsync(Story.Yes(asked, "hromada"))).Status);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var released = await desk.ReleasedAsync();

        Assert.Equal("invalid_fields", await RefusalAsync(desk.Ks.RecordAnswerAsync(
            new RecordAnswerRequest { ProposalId = released.ProposalId, Version = released.Version, Side = "nobody", Channel = "fax" })));
        var tomorrow = Story.Yes(released, "supplier");
        tomorrow.AnsweredOn = "2026-11-24";
        Assert.Equal("in_future", await RefusalAsync(desk.Ks.RecordAnswerAsync(tomorrow)));
        tomorrow.AnsweredOn = "24.11.2026";
        Assert.Equal("invalid_date", await RefusalAsync(desk.Ks.RecordAnswerAsync(tomorrow)));
    }

    [Fact]
    public async Task A_hromada_may_refuse_at_no_cost()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var declined = await desk.Auc.RecordAnswerAsync(Story.No(await desk.WithHromadaAsync(), "hromada", "need_already_met"));

        Assert.Equal(("declined", "need_already_met", ""), (declined.Status, declined.HromadaAnswer.Reason, declined.PartnershipId));
        Assert.Equal("already_answered", await RefusalAsync(desk.Auc.RecordAnswerAsync(Story.Yes(declined, "hromada"))));
        Assert.Empty((await desk.Ks.FindPartnershipsAsync(new FindPartnershipsRequest())).Rows);
        // The need is free for another supplier at once.
        Assert.Equal(1, (int)(await desk.Server.CompleteRunAsync())["proposals"]!);
    }
}

using System.Net;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Registry;
using Kommunebro.Tests.Matching.Hosting;

namespace Kommunebro.Tests.Matching.Answers;

public sealed class DeclineTests
{
    private static readonly string[] Reasons =
    [
        "no_capacity_now", "council_did_not_approve", "area_mismatch", "language", "security_or_travel", "already_in_partnership",
        "size_mismatch", "funding_missing", "need_already_met", "other",
    ];

    [Fact]
    public async Task Each_reason_is_told_as_it_was_given_and_keeps_those_two_apart_alone()
    {
        MunicipalityChanged[] towns = [.. Enumerable.Range(1, Reasons.Length).Select(number => World.Hromada(number, $"Selo {number}", $"Село {number}"))];
        await using var desk = await Desk.OpenAsync(
            [World.Water, World.Norheim, .. towns, World.OfferOf(World.Norheim) with { PersonDays = 900, MaxPartnerships = 20 },
            .. towns.Select((town, at) => World.NeedOf(town, at + 1))]);
        await desk.Server.CompleteRunAsync();
        var proposals = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest())).Rows;
        var supplier = await desk.PartnerOfAsync(World.Norheim.Code);

        foreach (var (proposal, reason) in proposals.Zip(Reasons))
        {
            var released = await desk.Auc.ApproveProposalAsync(Story.Approve(await desk.Ks.ApproveProposalAsync(Story.Approve(proposal, "ks")), "auc"));
            var body = $$"""{"accepted":false,"reason":"{{reason}}","note":"Beklager"}""";
            var answered = (await desk.Server.PostAsync($"proposals/{proposal.ProposalId}/answer", body, supplier, released.Version)).Expect(HttpStatusCode.OK).Body;

            Assert.Equal(("declined", reason), ((string)answered["status"]!, (string)answered["supplierAnswer"]!["reason"]!));
            Assert.Equal(reason, (string)(await desk.ToldAsync(ProposalChanged.MessageName))[^1]["declineReason"]!);
        }

        await desk.Server.HearAsync(World.Sorvik, World.OfferOf(World.Sorvik) with { PersonDays = 900, MaxPartnerships = 20 });
        await desk.Server.CompleteRunAsync();
        var again = (await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows;
        Assert.Equal(Reasons.Length, again.Count);
        Assert.All(again, proposal => Assert.Equal(World.Sorvik.Code, proposal.Supplier.Code));
    }

    [Fact]
    public async Task The_hromadas_no_is_told_to_the_supplier_with_its_reason_and_without_its_words()
    {
        await using var desk = await Desk.OpenAsync(World.Small);
        var asked = await desk.WithHromadaAsync();
        var supplier = await desk.PartnerOfAsync(asked.Supplier.Code);
        var hromada = await desk.PartnerOfAsync(World.Zelena.Code);

        (await desk.Server.PostAsync(
            $"proposals/{asked.ProposalId}/answer", """{"accepted":false,"reason":"other","note":"Мер хворіє"}""", hromada, asked.Version)).Expect(HttpStatusCode.OK);

        var seen = (await desk.Server.GetAsync($"proposals/{asked.ProposalId}", caller: supplier)).Expect(HttpStatusCode.OK);
        Assert.Equal(("declined", "other"), ((string)seen.Body["status"]!, (string)seen.Body["hromadaAnswer"]!["reason"]!));
        Assert.DoesNotContain("хворіє", (string?)seen.Body["hromadaAnswer"]!["note"] ?? "", StringComparison.Ordinal);
        Assert.False((bool)seen.Body["contactsShared"]!);
        Assert.Equal("Мер хворіє", (await desk.Auc.GetProposalAsync(new GetProposalRequest { ProposalId = asked.ProposalId })).HromadaAnswer.Note);
    }
}

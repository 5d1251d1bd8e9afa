using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Tests.Matching.Hosting;

/// <summary>How far a proposal has come before the test begins.</summary>
internal static class Story
{
    /// <summary>A run, and its only proposal.</summary>
    public static async Task<Proposal> ProposedAsync(this Desk desk)
    {
        await desk.Server.CompleteRunAsync();
        return Assert.Single((await desk.Ks.FindProposalsAsync(new FindProposalsRequest { Statuses = { "proposed" } })).Rows);
    }

    /// <summary>Approved by both sides.</summary>
    public static async Task<Proposal> ReleasedAsync(this Desk desk)
    {
        var proposal = await desk.ProposedAsync();
        proposal = await desk.Ks.ApproveProposalAsync(Approve(proposal, "ks"));
        return await desk.Auc.ApproveProposalAsync(Approve(proposal, "auc"));
    }

    /// <summary>The supplier has said yes.</summary>
    public static async Task<Proposal> WithHromadaAsync(this Desk desk) => await desk.Ks.RecordAnswerAsync(Yes(await desk.ReleasedAsync(), "supplier"));

    /// <summary>Both have said yes.</summary>
    public static async Task<Proposal> AcceptedAsync(this Desk desk) => await desk.Auc.RecordAnswerAsync(Yes(await desk.WithHromadaAsync(), "hromada"));

    /// <summary>The partnership that two yeses began.</summary>
    public static async Task<Partnership> FirstTalkAsync(this Desk desk) => await desk.Ks.GetPartnershipAsync(
        new GetPartnershipRequest { PartnershipId = (await desk.AcceptedAsync()).PartnershipId });

    public static ApproveProposalRequest Approve(Proposal proposal, string key) =>
        new() { ProposalId = proposal.ProposalId, Version = proposal.Version, Key = key };

    public static RecordAnswerRequest Yes(Proposal proposal, string side) => new()
    {
        ProposalId = proposal.ProposalId,
        Version = proposal.Version,
        Side = side,
        Accepted = true,
        Channel = "phone",
        AnsweredOn = "2026-11-23",
    };

    public static RecordAnswerRequest No(Proposal proposal, string side, string reason = "no_capacity_now")
    {
        var answer = Yes(proposal, side);
        (answer.Accepted, answer.Reason) = (false, reason);
        return answer;
    }

    public static ReachStageRequest Reach(Partnership partnership, string stage, string text = "agreed") => new()
    {
        PartnershipId = partnership.PartnershipId,
        Version = partnership.Version,
        Stage = stage,
        On = "2026-11-23",
        Text = text,
    };
}

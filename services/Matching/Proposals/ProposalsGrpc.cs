using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Proposals;

/// <summary>Proposals in gRPC: translate in, call, translate out.</summary>
internal sealed class ProposalsGrpc(FindProposals find, ProposeByHand propose, ApproveProposal approve, WithdrawProposal withdraw)
{
    public async Task<V1.FindProposalsReply> FindAsync(V1.FindProposalsRequest request, ServerCallContext context)
    {
        var query = new ProposalQuery(
            request.Statuses, request.RunId, request.Query, request.AreaCode, request.WaitsForKey, request.Sort, request.Page, request.PageSize);
        var (rows, total) = await find.PageAsync(query, ReaderLanguage.Of(null, context.GetHttpContext()), context.CancellationToken);
        return new V1.FindProposalsReply { Rows = { rows.Select(ProposalOnWire.Show) }, Total = total };
    }

    /// <summary>The proposal after a step; the language may have been asked for already.</summary>
    public static async Task<V1.Proposal> ShowAsync(Guid id, ServerCallContext context)
    {
        var http = context.GetHttpContext();
        var teller = http.RequestServices.GetRequiredService<ProposalTeller>();
        return ProposalOnWire.Show(await teller.TellAsync(id, ReaderLanguage.Of(null, http), context.CancellationToken));
    }

    public async Task<V1.Proposal> ProposeAsync(V1.ProposeRequest request, ServerCallContext context)
    {
        var rules = new Rules();
        var need = Wire.Id(rules, request.NeedId, "needId");
        rules.Enforce();
        var proposal = await propose.RunAsync(
            new ProposeRequest(need, Wire.Text(request.SupplierCode), Wire.Text(request.Reason), request.HasQuarters ? request.Quarters : null, Wire.Text(request.Opening)),
            ReaderLanguage.Of(null, context.GetHttpContext()),
            context.CancellationToken);
        return await ShowAsync(proposal.Id, context);
    }

    public async Task<V1.Proposal> ApproveAsync(V1.ApproveProposalRequest request, ServerCallContext context)
    {
        var proposal = await approve.RunAsync(
            Wire.Id(request.ProposalId, ProposalChange.Unknown),
            new ApproveRequest(Wire.Text(request.Key), request.HasPersonDays ? request.PersonDays : null),
            Seen.Version(request.Version),
            ReaderLanguage.Of(null, context.GetHttpContext()),
            context.CancellationToken);
        return await ShowAsync(proposal.Id, context);
    }

    public async Task<V1.Proposal> WithdrawAsync(V1.WithdrawProposalRequest request, ServerCallContext context)
    {
        var proposal = await withdraw.RunAsync(
            Wire.Id(request.ProposalId, ProposalChange.Unknown),
            new WithdrawProposalRequest(Wire.Text(request.Reason)),
            Seen.Version(request.Version),
            context.CancellationToken);
        return await ShowAsync(proposal.Id, context);
    }
}

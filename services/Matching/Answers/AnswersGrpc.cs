using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Proposals;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Answers;

/// <summary>Answers and their links in gRPC: translate in, call, translate out.</summary>
internal sealed class AnswersGrpc(RecordAnswer record, CreateAnswerLink create, OpenAnswerLink open, AnswerByLink answer)
{
    public async Task<V1.Proposal> RecordAsync(V1.RecordAnswerRequest request, ServerCallContext context)
    {
        var proposal = await record.RunAsync(
            Wire.Id(request.ProposalId, ProposalChange.Unknown),
            new RecordAnswerRequest(
                Wire.Text(request.Side),
                request.Accepted,
                Wire.Text(request.Reason),
                Wire.Text(request.Note),
                Wire.Text(request.Channel),
                Wire.Text(request.AnsweredOn)),
            Seen.Version(request.Version),
            context.CancellationToken);
        return await ProposalsGrpc.ShowAsync(proposal.Id, context);
    }

    public async Task<V1.AnswerLink> CreateAsync(V1.CreateAnswerLinkRequest request, ServerCallContext context)
    {
        var (link, token) = await create.RunAsync(
            Wire.Id(request.ProposalId, ProposalChange.Unknown), Wire.Text(request.Side), context.CancellationToken);
        return new V1.AnswerLink { Token = token, ExpiresAt = Wire.Time(link.ExpiresAt) };
    }

    public async Task<V1.AskedParty> OpenAsync(V1.OpenAnswerLinkRequest request, ServerCallContext context) =>
        Show(await open.RunAsync(request.Token, ReaderLanguage.Of(null, context.GetHttpContext()), context.CancellationToken));

    public async Task<V1.AskedParty> AnswerAsync(V1.AnswerByLinkRequest request, ServerCallContext context) => Show(await answer.RunAsync(
        request.Token,
        new AnswerRequest(request.Accepted, Wire.Text(request.Reason), Wire.Text(request.Note)),
        ReaderLanguage.Of(null, context.GetHttpContext()),
        context.CancellationToken));

    private static V1.AskedParty Show(AskedView view)
    {
        var shown = new V1.AskedParty
        {
            Side = WireName.Of(view.Side),
            Open = view.ClosedBecause is null,
            ClosedBecause = view.ClosedBecause is { } end ? WireName.Of(end) : "",
            AnswerBy = Wire.Day(view.AnswerBy),
        };
        if (view.Answer is { } given)
            shown.Answer = ProposalOnWire.Show(given);
        if (view.Briefing is not { } briefing)
            return shown;
        shown.Supplier = Wire.Party(briefing.Supplier);
        shown.Hromada = Wire.Party(briefing.Need.Hromada);
        shown.NeedTitle = briefing.Need.Title ?? "";
        shown.Area = briefing.Area.Name;
        shown.PersonDays = briefing.PersonDays;
        shown.PersonDaysAssumed = briefing.PersonDaysAssumed;
        shown.Why = briefing.Why;
        shown.Conditions.AddRange(briefing.Conditions);
        return shown;
    }
}

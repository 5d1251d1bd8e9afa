using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Partnerships;

/// <summary>Partnerships in gRPC, as they are read.</summary>
internal sealed class PartnershipsGrpc(FindPartnerships find, PartnershipTeller teller)
{
    public async Task<V1.FindPartnershipsReply> FindAsync(V1.FindPartnershipsRequest request, ServerCallContext context)
    {
        var query = new PartnershipQuery(
            request.Stages, request.Query, request.FollowUpUntil, request.Sort, request.Page, request.PageSize);
        var (rows, total) = await find.PageAsync(query, ReaderLanguage.Of(null, context.GetHttpContext()), context.CancellationToken);
        return new V1.FindPartnershipsReply { Rows = { rows.Select(Show) }, Total = total };
    }

    public async Task<V1.Partnership> GetAsync(Guid id, ServerCallContext context) =>
        Show(await teller.TellAsync(id, ReaderLanguage.Of(null, context.GetHttpContext()), context.CancellationToken));

    private static V1.Partnership Show(PartnershipView view) => new()
    {
        PartnershipId = $"{view.Id}",
        Version = view.Version,
        Stage = WireName.Of(view.Stage),
        Exists = view.Exists,
        Origin = WireName.Of(view.Origin),
        ProposalId = $"{view.ProposalId}",
        Supplier = Wire.Party(view.Supplier),
        Hromada = Wire.Party(view.Hromada),
        Needs = { view.Needs.Select(Wire.Need) },
        AreaCode = view.Area.Code,
        Area = view.Area.Name,
        PersonDays = view.PersonDays,
        StartedAt = Wire.Time(view.StartedAt),
        FollowUpOn = Wire.Day(view.FollowUpOn),
        NextStages = { view.NextStages.Select(WireName.Of) },
        Timeline = { view.Timeline.Select(entry => entry.ToWire()) },
    };
}

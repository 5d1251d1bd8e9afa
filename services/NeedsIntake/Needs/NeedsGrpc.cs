using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Drafts;
using Kommunebro.NeedsIntake.Duplicates;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>gRPC: verified needs for a read model to start from, and staff's pages and decisions.</summary>
internal sealed partial class NeedsGrpc(
    NeedsIntakeDb db,
    NeedChange changes,
    NeedDetails details,
    NeedVisibility visibility,
    SideBySide sideBySide,
    DraftDesk desk,
    NeedRules needRules,
    ActingFor<NeedsIntakeDb> acting,
    Caller caller,
    TimeProvider clock) : Contracts.Needs.V1.Needs.NeedsBase
{
    /// <summary>All needs whose verification holds. One statement, so that all items are of the same moment.</summary>
    [Authorize(AccessPolicies.SnapshotRead)]
    public override async Task StreamVerified(
        StreamVerifiedRequest request, IServerStreamWriter<VerifiedNeed> responseStream, ServerCallContext context)
    {
        var now = clock.GetUtcNow();
        var verified = db.Needs.AsNoTracking()
            .Where(need => (need.Status == NeedStatus.Verified || need.Status == NeedStatus.PartlyMet) && need.ExpiresAt > now)
            .OrderBy(need => need.Id)
            .AsAsyncEnumerable();
        await foreach (var need in verified.WithCancellation(context.CancellationToken))
            await responseStream.WriteAsync(need.ToVerified().ToSnapshot(), context.CancellationToken);
    }

    /// <summary>A page for staff. invalid_argument with every field that is wrong.</summary>
    [Authorize(AccessPolicies.NeedsRead)]
    public override async Task<FindNeedsReply> FindNeeds(FindNeedsRequest request, ServerCallContext context)
    {
        var browse = new NeedBrowse(
            request.Statuses, Given(request.Query), Given(request.AreaCode), Given(request.RegionCode), request.Urgency,
            Given(request.Category), Given(request.Sort), request.Page, request.PageSize);
        var language = ReaderLanguage.Of(null, context.GetHttpContext());
        var (rows, total) = await BrowseNeeds.RunAsync(browse, await details.RowsAsync(context.CancellationToken), language, clock.GetUtcNow(), context.CancellationToken);
        var reply = new FindNeedsReply { Total = total };
        foreach (var row in rows)
            reply.Rows.Add(await details.OfAsync(row, context.CancellationToken));
        return reply;
    }

    /// <summary>One need with its history. need_not_found.</summary>
    [Authorize(AccessPolicies.NeedsRead)]
    public override Task<NeedDetail> GetNeed(GetNeedRequest request, ServerCallContext context) =>
        details.GetAsync(request.NeedId, context.CancellationToken);

    /// <summary>Counts for a dashboard.</summary>
    [Authorize(AccessPolicies.NeedsRead)]
    public override async Task<NeedCounts> CountNeeds(CountNeedsRequest request, ServerCallContext context)
    {
        var counts = await Needs.CountNeeds.RunAsync(await details.RowsAsync(context.CancellationToken), context.CancellationToken);
        return new NeedCounts
        {
            Counts =
            {
                counts.Select(count => new CountedNeeds
                {
                    Status = WireName.Of(count.Status),
                    AreaCode = count.AreaCode,
                    Urgency = count.Urgency,
                    Category = count.Category is { } category ? WireName.Of(category) : "",
                    RegionCode = count.RegionCode,
                    Needs = count.Needs,
                }),
            },
        };
    }

    /// <summary>AUC confirms. need_not_found; version_mismatch; already_verified, illegal_step, occupied_territory; fields.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<NeedDetail> VerifyNeed(VerifyNeedRequest request, ServerCallContext context)
    {
        var verification = new VerifyRequest(
            request.HasPersonDays ? request.PersonDays : null, Given(request.Note), Given(request.OnOccupiedTerritory),
            Given(request.Method), request.Evidence, request.HasValidityDays ? request.ValidityDays : null);
        await Needs.VerifyNeed.RunAsync(
            IdOf(request.NeedId), verification, current => IfMatch.Require(request.Version, current), changes, context.CancellationToken);
        return await details.GetAsync(request.NeedId, context.CancellationToken);
    }

    /// <summary>AUC asks. need_not_found; version_mismatch; illegal_step; fields.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<NeedDetail> ReturnNeed(ReturnNeedRequest request, ServerCallContext context)
    {
        await Needs.ReturnNeed.RunAsync(
            IdOf(request.NeedId),
            new ReturnRequest(Given(request.Question)),
            current => IfMatch.Require(request.Version, current),
            changes,
            context.CancellationToken);
        return await details.GetAsync(request.NeedId, context.CancellationToken);
    }

    /// <summary>AUC turns it down. need_not_found; version_mismatch; illegal_step; fields.</summary>
    [Authorize(AccessPolicies.NeedsVerify)]
    public override async Task<NeedDetail> RejectNeed(RejectNeedRequest request, ServerCallContext context)
    {
        await Needs.RejectNeed.RunAsync(
            IdOf(request.NeedId),
            new RejectRequest(Given(request.Reason), Given(request.Text)),
            current => IfMatch.Require(request.Version, current),
            changes,
            context.CancellationToken);
        return await details.GetAsync(request.NeedId, context.CancellationToken);
    }

    internal static Guid IdOf(string text) => Guid.TryParse(text, out var id) ? id : throw NeedChange.NotFound();

    internal static string? Given(string text) => text.Length == 0 ? null : text;
}

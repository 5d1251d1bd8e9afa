using System.Data;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Contacts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using RegistryService = Kommunebro.Contracts.Registry.V1.Registry;

namespace Kommunebro.Registry;

/// <summary>gRPC: the whole register for a read model to start from, pages for staff, and whom to write to.</summary>
internal sealed class RegistryGrpc(
    RegistryDb db, BrowseMunicipalities browse, DescribeMunicipality describe, FindContacts contacts) : RegistryService.RegistryBase
{
    /// <summary>
    /// Streams row by row from one database snapshot, so that an offer never comes without its municipality and nothing
    /// is held in memory as a whole. Withdrawn offers are among them: a reader may have missed the withdrawal.
    /// </summary>
    [Authorize(AccessPolicies.SnapshotRead)]
    public override async Task StreamSnapshot(
        StreamSnapshotRequest request, IServerStreamWriter<SnapshotItem> responseStream, ServerCallContext context)
    {
        var token = context.CancellationToken;
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await foreach (var area in db.Areas.AsNoTracking().OrderBy(a => a.Code).AsAsyncEnumerable().WithCancellation(token))
            await responseStream.WriteAsync(new SnapshotItem { Area = area.ToMessage().ToSnapshot() }, token);
        await foreach (var municipality in db.Municipalities.AsNoTracking().OrderBy(m => m.Id).AsAsyncEnumerable().WithCancellation(token))
            await responseStream.WriteAsync(new SnapshotItem { Municipality = municipality.ToMessage().ToSnapshot() }, token);
        if (request.WithoutOffers)
            return;
        await foreach (var offer in db.Offers.AsNoTracking().OrderBy(o => o.Id).AsAsyncEnumerable().WithCancellation(token))
            await responseStream.WriteAsync(new SnapshotItem { Offer = offer.ToMessage().ToSnapshot() }, token);
        await foreach (var initiative in db.Initiatives.AsNoTracking().OrderBy(i => i.Id).AsAsyncEnumerable().WithCancellation(token))
            await responseStream.WriteAsync(new SnapshotItem { Help = initiative.ToMessage().ToSnapshot() }, token);
    }

    /// <summary>The municipalities alone, row by row, without where they lie, which nobody needs who writes to them.</summary>
    [Authorize(AccessPolicies.MunicipalitiesSnapshot)]
    public override async Task StreamMunicipalities(
        StreamMunicipalitiesRequest request, IServerStreamWriter<Contracts.Registry.V1.Municipality> responseStream, ServerCallContext context)
    {
        await foreach (var municipality in db.Municipalities.AsNoTracking().OrderBy(m => m.Id).AsAsyncEnumerable().WithCancellation(context.CancellationToken))
            await responseStream.WriteAsync((municipality.ToMessage() with { Latitude = null, Longitude = null }).ToSnapshot(), context.CancellationToken);
    }

    /// <summary>A page for staff. invalid_argument with every field that is wrong.</summary>
    [Authorize(AccessPolicies.RegistryRead)]
    public override async Task<FindMunicipalitiesReply> FindMunicipalities(FindMunicipalitiesRequest request, ServerCallContext context)
    {
        var language = ReaderLanguage.Of(null, context.GetHttpContext());
        var (rows, total) = await browse.RunAsync(request.ToBrowse(), language, context.CancellationToken);
        return new FindMunicipalitiesReply { Rows = { rows.Select(StaffMessages.ToRow) }, Total = total };
    }

    /// <summary>One municipality. one_of_two; municipality_not_found.</summary>
    [Authorize(AccessPolicies.RegistryRead)]
    public override async Task<MunicipalityDetail> GetMunicipality(GetMunicipalityRequest request, ServerCallContext context) =>
        (await describe.RunAsync(
            StaffMessages.Given(request.Code), StaffMessages.Given(request.MunicipalityId), ReaderLanguage.Of(null, context.GetHttpContext()),
            context.CancellationToken)).ToDetail();

    /// <summary>The code list, by code.</summary>
    [Authorize(AccessPolicies.RegistryRead)]
    public override async Task<ListAreasReply> ListAreas(ListAreasRequest request, ServerCallContext context)
    {
        var areas = await db.Areas.AsNoTracking().OrderBy(area => area.Code).ToListAsync(context.CancellationToken);
        return new ListAreasReply { Areas = { areas.Select(area => area.ToMessage().ToSnapshot()) } };
    }

    /// <summary>Whom to write to, oldest first; empty when there is nobody.</summary>
    [Authorize(AccessPolicies.ContactsRead)]
    public override async Task<ListContactsReply> ListContacts(ListContactsRequest request, ServerCallContext context)
    {
        if (!Guid.TryParse(request.MunicipalityId, out var id))
            throw new Refusal(RefusalKind.Invalid, "invalid_id", "Give the municipality's id.", "municipality_id");
        var found = await contacts.Of(id).ToListAsync(context.CancellationToken);
        return new ListContactsReply { Contacts = { found.Select(StaffMessages.ToMessage) } };
    }
}

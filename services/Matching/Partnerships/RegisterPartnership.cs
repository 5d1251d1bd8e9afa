using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.Contracts.Needs;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Ledger;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Partnerships;

/// <summary>A partnership that two mayors have made already.</summary>
/// <param name="RequestId">Chosen by the caller, 1 to 100 characters, so that a second click registers no second one.</param>
/// <param name="Supplier">Official code.</param>
/// <param name="Hromada">KATOTTG code.</param>
/// <param name="Stage">exploring, letter_of_intent, acute_help or active.</param>
/// <param name="Since">The day since when, ISO 8601; not in the future.</param>
/// <param name="Area">Code of the area.</param>
/// <param name="PersonDays">Person-days a year that it takes, 0 (not known) to 20000.</param>
/// <param name="NeedId">The verified need that it serves, if any.</param>
/// <param name="Note">At most 4000 characters.</param>
public sealed record RegisterRequest(
    string? RequestId = null,
    string? Supplier = null,
    string? Hromada = null,
    string? Stage = null,
    string? Since = null,
    string? Area = null,
    int? PersonDays = null,
    Guid? NeedId = null,
    string? Note = null);

/// <summary>Registers a partnership as a fact: no capacity is asked for, since it exists.</summary>
internal sealed class RegisterPartnership(MatchingDb db, PartnershipChange changes, SupplierLedger ledger, Caller caller)
{
    private const int MostPersonDays = 20_000;

    /// <summary>Does it; the same request id of the same caller again gives the same partnership.</summary>
    /// <exception cref="Refusal">400 with everything that is wrong; 409 already_partners, need_taken.</exception>
    public Task<Partnership> RunAsync(RegisterRequest request, CancellationToken cancellationToken) => changes.AddAsync(
        async () => request.RequestId is { Length: > 0 } again
            && await db.Partnerships.SingleOrDefaultAsync(
                known => known.RegisteredBy == caller.Actor && known.RequestId == again, cancellationToken) is { } made
            ? made
            : await MakeAsync(request, cancellationToken),
        cancellationToken);

    private async Task<Partnership> MakeAsync(RegisterRequest request, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        rules.Line(request.RequestId, "requestId", longest: 100);
        var supplier = await PlaceAsync(rules, request.Supplier, "supplier", isHromada: false, cancellationToken);
        var hromada = await PlaceAsync(rules, request.Hromada, "hromada", isHromada: true, cancellationToken);
        var stage = rules.RequiredChoice<PartnershipStage>(request.Stage, "stage");
        rules.Check(
            PartnershipLifeCycle.Registrable.Contains(stage) || request.Stage is null, "stage", "unknown_value",
            $"Must be one of: {string.Join(", ", PartnershipLifeCycle.Registrable.Select(WireName.Of))}.");
        var since = rules.RequiredDay(request.Since, "since");
        rules.Check(since <= changes.Today, "since", "in_future", "A partnership is registered once it has begun.");
        rules.Check(
            request.Area is not null && await db.Areas.AnyAsync(area => area.Id == request.Area && area.State != null, cancellationToken),
            "area", "unknown_area", "There is no such area.");
        rules.Check(request.PersonDays is null or (>= 0 and <= MostPersonDays), "personDays", "out_of_range", $"From 0 (not known) to {MostPersonDays}.");
        var need = await NeedAsync(rules, request.NeedId, hromada, cancellationToken);
        var note = rules.Block(request.Note, "note", longest: 4000);
        rules.Enforce();
        await RequireFreeAsync(supplier!, hromada!, need, cancellationToken);

        var partnership = Partnership.Register(
            supplier!.MunicipalityId, hromada!.MunicipalityId, need is null ? null : StoredNeed.Of(need, hromada), stage, since,
            request.Area!, request.PersonDays ?? 0, changes.Now).For(caller.Actor, string.IsNullOrEmpty(request.RequestId) ? null : request.RequestId);
        db.Add(partnership);
        await ledger.RegisterAsync(
            Hold.Register(
                partnership.Id, partnership.SupplierId, partnership.HromadaId, need?.NeedId, partnership.AreaCode, partnership.PersonDays,
                PartnershipLifeCycle.HoldOf(stage)!.Value),
            cancellationToken);
        changes.Tell(partnership, null, new PartnershipNote(
            "partnership.register", note, WireName.Of(stage), since, PartnershipEvent.Registered));
        await db.SaveChangesAsync(cancellationToken);
        return partnership;
    }

    private async Task<MunicipalityChanged?> PlaceAsync(
        Rules rules, string? code, string field, bool isHromada, CancellationToken cancellationToken)
    {
        rules.Required(code is { Length: > 0 }, field, "Give its official code.");
        if (code is not { Length: > 0 })
            return null;
        var id = await db.Places.Where(place => place.Code == code).Select(place => (Guid?)place.Id).SingleOrDefaultAsync(cancellationToken);
        var known = id is null ? null : (await db.Municipalities.FindAsync([$"{id}"], cancellationToken))?.State;
        var place = (known?.Kind == MunicipalityKind.Hromada) == isHromada ? known : null;
        rules.Check(place is not null, field, "unknown_municipality", $"There is no {field} with the code {code}.");
        return place;
    }

    private async Task<NeedVerified?> NeedAsync(Rules rules, Guid? id, MunicipalityChanged? hromada, CancellationToken cancellationToken)
    {
        if (id is null)
            return null;
        var need = (await db.Needs.FindAsync([$"{id}"], cancellationToken))?.State;
        rules.Check(
            need is not null && need.MunicipalityId == hromada?.MunicipalityId, "needId", "unknown_need", "The hromada has no such verified need.");
        return need;
    }

    private async Task RequireFreeAsync(
        MunicipalityChanged supplier, MunicipalityChanged hromada, NeedVerified? need, CancellationToken cancellationToken)
    {
        if (await db.Holds.AnyAsync(
            hold => hold.SupplierId == supplier.MunicipalityId && hold.HromadaId == hromada.MunicipalityId
                && hold.Kind != HoldKind.Asked && hold.Kind != HoldKind.Met,
            cancellationToken))
            throw new Refusal(RefusalKind.Conflict, "already_partners", "These two have a partnership already.");
        if (need is not null && await db.Holds.AnyAsync(hold => hold.NeedId == need.NeedId, cancellationToken))
            throw new Refusal(RefusalKind.Conflict, "need_taken", "Somebody is asked to meet this need, or meets it.", "needId");
    }
}

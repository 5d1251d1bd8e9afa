using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;

namespace Kommunebro.Registry.Initiatives;

/// <summary>gRPC: initiatives for staff's pages, by the same use cases and masks as REST's.</summary>
internal sealed class InitiativesGrpc(FindInitiatives find, RecordInitiative record, ReviseInitiative revise, EndInitiative end, Caller caller)
    : RegistryInitiatives.RegistryInitiativesBase
{
    /// <summary>out_of_range; fields of the filter.</summary>
    [Authorize(AccessPolicies.InitiativesRead)]
    public override async Task<FindInitiativesReply> FindInitiatives(FindInitiativesRequest request, ServerCallContext context)
    {
        var filter = new InitiativeFilter(
            StaffMessages.Given(request.MunicipalityCode), StaffMessages.Given(request.Country), StaffMessages.Given(request.Oblast),
            StaffMessages.Given(request.Kind), StaffMessages.Given(request.Programme), StaffMessages.Given(request.Status));
        var (rows, total) = await find.BrowseAsync(filter, request.Page, request.PageSize, LanguageOf(context), context.CancellationToken);
        return new FindInitiativesReply { Initiatives = { rows.Select(row => row.ToDetail(MayWrite)) }, Total = total };
    }

    /// <summary>initiative_not_found.</summary>
    [Authorize(AccessPolicies.InitiativesRead)]
    public override Task<InitiativeDetail> GetInitiative(GetInitiativeRequest request, ServerCallContext context) => ShowAsync(IdOf(request.InitiativeId), context);

    /// <summary>Fields; initiative_exists; of one that there is initiative_not_found, version_mismatch, sides_fixed, initiative_over.</summary>
    [Authorize(AccessPolicies.InitiativesWrite)]
    public override async Task<InitiativeDetail> KeepInitiative(KeepInitiativeRequest request, ServerCallContext context)
    {
        var token = context.CancellationToken;
        var said = (request.Content ?? new InitiativeContent()).ToRequest();
        if (request.InitiativeId.Length == 0)
            return await ShowAsync(await record.RunAsync(said, token), context);
        var id = IdOf(request.InitiativeId);
        await revise.RunAsync(id, said, current => IfMatch.Require(request.Version, current), token);
        return await ShowAsync(id, context);
    }

    /// <summary>unknown_value (step); initiative_not_found; version_mismatch; initiative_over; invalid_date, out_of_range, end_before_start (on).</summary>
    [Authorize(AccessPolicies.InitiativesWrite)]
    public override async Task<InitiativeDetail> TakeInitiativeStep(TakeInitiativeStepRequest request, ServerCallContext context)
    {
        var rules = new Rules();
        var on = rules.Day(request.On, "on");
        rules.Check(request.Step is "end" or "withdraw", "step", "unknown_value", "Must be one of: end, withdraw.").Enforce();
        var id = IdOf(request.InitiativeId);
        void Seen(long current) => IfMatch.Require(request.Version, current);
        await (request.Step == "end" ? end.EndAsync(id, on, Seen, context.CancellationToken) : end.WithdrawAsync(id, Seen, context.CancellationToken));
        return await ShowAsync(id, context);
    }

    private bool MayWrite => AccessPolicies.All.Single(rule => rule.Name == AccessPolicies.InitiativesWrite).Roles.Any(caller.HasRole);

    private static Guid IdOf(string text) => Guid.TryParse(text, out var id) ? id : throw InitiativeChange.NotFound();

    private static string LanguageOf(ServerCallContext context) => ReaderLanguage.Of(null, context.GetHttpContext());

    private async Task<InitiativeDetail> ShowAsync(Guid id, ServerCallContext context) =>
        (await find.OneAsync(id, LanguageOf(context), context.CancellationToken)).ToDetail(MayWrite);
}

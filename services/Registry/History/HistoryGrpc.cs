using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Categories;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Succession;
using Kommunebro.Registry.Territory;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;

namespace Kommunebro.Registry.History;

/// <summary>gRPC: what was said of a municipality when, for staff's pages, by the same use cases as REST's.</summary>
internal sealed class HistoryGrpc(
    GetMunicipality get, FindFigures figures, FindSuccession succession, FindTerritory territory, FindCategory category, DecideCategory decide, Caller caller)
    : RegistryHistory.RegistryHistoryBase
{
    /// <summary>municipality_not_found; invalid_date.</summary>
    [Authorize(AccessPolicies.RegistryRead)]
    public override async Task<MunicipalityHistory> GetHistory(GetHistoryRequest request, ServerCallContext context)
    {
        var (rules, token) = (new Rules(), context.CancellationToken);
        var (on, known) = (rules.Day(request.On, "on"), rules.Day(request.AsKnownOn, "as_known_on"));
        rules.Enforce();
        var municipality = await get.RunAsync(request.Code, token);
        var history = new MunicipalityHistory { Figures = { (await figures.RunAsync(municipality.Code, token)).Select(HistoryMessages.ToMessage) } };
        if (municipality.Kind == MunicipalityKind.Hromada)
        {
            history.Territory = (await territory.OfAsync(municipality.Code, on, known, token)).ToMessage();
            if (SeesDecisions)
                history.Category = (await category.RunAsync(municipality.Code, token)).ToMessage();
        }
        else if (municipality.Kind is MunicipalityKind.Municipality or MunicipalityKind.CountyAuthority)
        {
            var line = await succession.RunAsync(municipality.Code, null, null, token);
            history.Predecessors.AddRange(line.Predecessors.Select(HistoryMessages.ToMessage));
            history.Successors.AddRange(line.Steps.Select(HistoryMessages.ToMessage));
        }

        return history;
    }

    /// <summary>municipality_not_found, only_for_hromadas; version_mismatch; unknown_value (category), missing_field, too_long (reason).</summary>
    [Authorize(AccessPolicies.RegistryWrite)]
    public override async Task<CategoryHistory> DecideCategory(Contracts.Registry.V1.DecideCategoryRequest request, ServerCallContext context)
    {
        var rules = new Rules();
        var chosen = rules.RequiredChoice<ProgrammeCategory>(StaffMessages.Given(request.Category), "category");
        rules.Enforce();
        var view = await decide.RunAsync(
            request.Code, new Categories.DecideCategoryRequest(chosen, request.Reason), current => IfMatch.Require(request.Version, current), context.CancellationToken);
        return view.ToMessage();
    }

    private bool SeesDecisions => AccessPolicies.All.Single(rule => rule.Name == AccessPolicies.RegistryWrite).Roles.Any(caller.HasRole);
}

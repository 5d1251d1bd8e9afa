using Grpc.Core;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Scenarios in gRPC: translate in, call, translate out.</summary>
internal sealed class ScenariosGrpc(
    MatchingDb db, ScenarioTeller teller, IServiceProvider steps)
{
    public async Task<V1.FindScenariosReply> FindAsync(V1.FindScenariosRequest request, ServerCallContext context)
    {
        var rules = new Rules();
        var page = NumberedPage.Take(rules, request.Page, request.PageSize);
        rules.Enforce();
        var scenarios = db.Scenarios.AsNoTracking().Where(scenario => scenario.ArchivedAt == null);
        var rows = await scenarios
            .OrderByDescending(scenario => db.ScenariosInForce.Any(force => force.ScenarioId == scenario.Id)).ThenByDescending(scenario => scenario.Id)
            .Skip(page.Before).Take(page.Size).ToListAsync(context.CancellationToken);
        return new V1.FindScenariosReply
        {
            Rows = { (await teller.TellAsync(rows, Language(context), context.CancellationToken)).Select(ScenarioWire.Show) },
            Total = await scenarios.CountAsync(context.CancellationToken),
            Default = ScenarioWire.Show(await teller.TellDefaultAsync(context.CancellationToken)),
        };
    }

    public async Task<V1.Scenario> GetAsync(V1.GetScenarioRequest request, ServerCallContext context)
    {
        if (request.ScenarioId == ScenarioChoice.Default)
            return ScenarioWire.Show(await teller.TellDefaultAsync(context.CancellationToken));
        var id = Wire.Id(request.ScenarioId, ScenarioChange.Unknown);
        return request.Version == 0
            ? await ShowAsync(id, context)
            : ScenarioWire.Show(await teller.TellAsync(id, request.Version, Language(context), context.CancellationToken));
    }

    public async Task<V1.Scenario> CreateAsync(V1.CreateScenarioRequest request, ServerCallContext context) => await ShowAsync(
        (await Step<CreateScenario>().RunAsync(ScenarioWire.Read(request.Text), request.RequestId, context.CancellationToken)).Id, context);

    public async Task<V1.Scenario> ReviseAsync(V1.ReviseScenarioRequest request, ServerCallContext context)
    {
        var id = Wire.Id(request.ScenarioId, ScenarioChange.Unknown);
        await Step<ReviseScenario>().RunAsync(id, ScenarioWire.Read(request.Text), Seen.Version(request.Version), context.CancellationToken);
        return await ShowAsync(id, context);
    }

    public async Task<V1.Scenario> PutInForceAsync(V1.ScenarioStepRequest request, ServerCallContext context)
    {
        if (request.ScenarioId == ScenarioChoice.Default)
        {
            await Step<PutScenarioInForce>().RunDefaultAsync(context.CancellationToken);
            return ScenarioWire.Show(await teller.TellDefaultAsync(context.CancellationToken));
        }

        var id = Wire.Id(request.ScenarioId, ScenarioChange.Unknown);
        await Step<PutScenarioInForce>().RunAsync(id, Seen.Version(request.Version), context.CancellationToken);
        return await ShowAsync(id, context);
    }

    public async Task<V1.Scenario> ArchiveAsync(V1.ScenarioStepRequest request, ServerCallContext context)
    {
        var id = Wire.Id(request.ScenarioId, ScenarioChange.Unknown);
        await Step<ArchiveScenario>().RunAsync(id, Seen.Version(request.Version), context.CancellationToken);
        return await ShowAsync(id, context);
    }

    private async Task<V1.Scenario> ShowAsync(Guid id, ServerCallContext context) =>
        ScenarioWire.Show(await teller.TellAsync(id, Language(context), context.CancellationToken));

    private static string Language(ServerCallContext context) => ReaderLanguage.Of(null, context.GetHttpContext());

    private T Step<T>()
        where T : notnull => steps.GetRequiredService<T>();
}

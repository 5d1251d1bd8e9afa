using Grpc.Core;
using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <content>Scenarios.</content>
public sealed partial class MatchingBackend
{
    public override Task<FindScenariosReply> FindScenarios(FindScenariosRequest request, ServerCallContext context) => Tell(
        request, context, new FindScenariosReply { Rows = { ScenarioSamples.Mine }, Total = 1, Default = ScenarioSamples.Default });

    public override Task<Scenario> GetScenario(GetScenarioRequest request, ServerCallContext context) => Tell(
        request, context, request.ScenarioId switch
        {
            "default" => ScenarioSamples.Default,
            ScenarioSamples.Id => ScenarioSamples.Mine,
            _ => throw Refusals.NotFound("unknown_scenario"),
        });

    public override Task<Scenario> CreateScenario(CreateScenarioRequest request, ServerCallContext context) => Tell(request, context, ScenarioSamples.Mine);

    public override Task<Scenario> ReviseScenario(ReviseScenarioRequest request, ServerCallContext context) => Tell(request, context, ScenarioSamples.Mine);

    public override Task<Scenario> PutScenarioInForce(ScenarioStepRequest request, ServerCallContext context) => Tell(request, context, ScenarioSamples.Mine);

    public override Task<Scenario> ArchiveScenario(ScenarioStepRequest request, ServerCallContext context) => Tell(request, context, ScenarioSamples.Mine);
}

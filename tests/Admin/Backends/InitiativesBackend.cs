using Grpc.Core;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Registry's face for initiatives: one that lasts, and one that is over.</summary>
public sealed class InitiativesBackend(Heard heard) : RegistryInitiatives.RegistryInitiativesBase
{
    public override Task<FindInitiativesReply> FindInitiatives(FindInitiativesRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(new FindInitiativesReply { Initiatives = { RegisterSamples.Initiative, RegisterSamples.Ended }, Total = 22 });
    }

    public override Task<InitiativeDetail> GetInitiative(GetInitiativeRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.InitiativeId switch
        {
            RegisterSamples.InitiativeId => RegisterSamples.Initiative,
            RegisterSamples.EndedInitiativeId => RegisterSamples.Ended,
            _ => throw Refusals.NotFound("initiative_not_found"),
        });
    }

    public override Task<InitiativeDetail> KeepInitiative(KeepInitiativeRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return request.InitiativeId.Length == 0 || request.Version == RegisterSamples.Initiative.Version
            ? Task.FromResult(RegisterSamples.Initiative)
            : throw Refusals.VersionMismatch();
    }

    public override Task<InitiativeDetail> TakeInitiativeStep(TakeInitiativeStepRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return request.Version == RegisterSamples.Initiative.Version ? Task.FromResult(RegisterSamples.Ended) : throw Refusals.VersionMismatch();
    }
}

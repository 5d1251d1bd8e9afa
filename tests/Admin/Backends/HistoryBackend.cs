using Grpc.Core;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Registry's face for history.</summary>
public sealed class HistoryBackend(Heard heard) : RegistryHistory.RegistryHistoryBase
{
    public override Task<MunicipalityHistory> GetHistory(GetHistoryRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        var history = request.Code == "3301" ? RegisterSamples.OfMunicipality : RegisterSamples.OfHromada;
        if (history.Territory is { } territory && request.On.Length > 0)
            territory.On = request.On;
        return Task.FromResult(history);
    }

    public override Task<CategoryHistory> DecideCategory(DecideCategoryRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return request.Version == RegisterSamples.OfHromada.Category.Version ? Task.FromResult(RegisterSamples.OfHromada.Category) : throw Refusals.VersionMismatch();
    }
}

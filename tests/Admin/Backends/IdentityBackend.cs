using Grpc.Core;
using Kommunebro.Contracts.Identity.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Identity's face for names.</summary>
public sealed class IdentityBackend(Heard heard) : Contracts.Identity.V1.Identity.IdentityBase
{
    public override Task<NameActorsReply> NameActors(NameActorsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        var reply = new NameActorsReply();
        foreach (var actor in request.Actors.Where(actor => actor.StartsWith("staff:", StringComparison.Ordinal)))
            reply.Names[actor] = actor == "staff:ks" ? "Kari Nordmann" : "Олена Приклад";
        foreach (var actor in request.Actors.Where(actor => actor.StartsWith("service:", StringComparison.Ordinal)))
            reply.Names[actor] = "Kommunebro";
        return Task.FromResult(reply);
    }
}

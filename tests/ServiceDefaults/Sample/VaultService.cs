using Grpc.Core;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

/// <summary>Tells who calls it.</summary>
internal sealed class VaultService(Caller caller) : Vault.VaultBase
{
    [Authorize("things.read")]
    public override Task<SayReply> Open(SayRequest request, ServerCallContext context) => Task.FromResult(new SayReply { Text = caller.Actor });
}

using Kommunebro.Messaging.Transports.InProcess;
using Kommunebro.Testing;
using Microsoft.AspNetCore.Builder;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

public sealed partial class NeedsServer
{
    /// <summary>Starts another replica on the same database, with the same clock; it tells the same listeners.</summary>
    public async Task<WebApplication> StartReplicaAsync()
    {
        var hub = new InProcessHub();
        hub.Join("matching", Matching);
        hub.Join("notification", Notification);
        var replica = Build(Database.ConnectionString, _ports with { Http = FreePort.Next(), Grpc = FreePort.Next() }, Clock, hub, _issuer);
        await replica.StartAsync();
        return replica;
    }
}

using Kommunebro.Messaging.Inbox;
using Microsoft.Extensions.Hosting;

namespace Kommunebro.Messaging.Transports.InProcess;

/// <summary>A host can be reached while it runs.</summary>
internal sealed class InProcessMembership(InProcessHub hub, MessageCatalog catalog, IMessageInbox inbox) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        hub.Join(catalog.Service, inbox);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        hub.Leave(catalog.Service);
        return Task.CompletedTask;
    }
}

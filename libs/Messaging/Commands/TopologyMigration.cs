using Kommunebro.Messaging.Outbox;
using Kommunebro.Messaging.Transports;
using Kommunebro.Messaging.Transports.RabbitMq;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kommunebro.Messaging.Commands;

/// <summary>Gives the outbox its owner and, with a broker, makes exchanges, queues and bindings.</summary>
internal sealed class TopologyMigration<TDb>(
    OutboxOwnership<TDb> ownership, ITransport transport, MessageCatalog catalog, IOptions<MessagingOptions> options) : IMigrationStep
    where TDb : DbContext
{
    public string Name => $"messages by {transport.Name}";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ownership.ClaimAsync(cancellationToken);
        if (transport.Name == MessagingOptions.RabbitMq)
            await RabbitMqTopology.DeployAsync(catalog, options.Value.BrokerUri(), cancellationToken);
    }
}

using MassTransit;

namespace Kommunebro.Messaging.Transports.RabbitMq;

/// <summary>
/// One exchange per message, one quorum queue per message and subscriber. Publishers and subscribers declare them with
/// this same code, so that whoever comes first makes them, and nothing is sent to nowhere.
/// </summary>
internal static class RabbitMqTopology
{
    // A message comes back only when its receiver dies or stops; the inbox counts real attempts. RabbitMQ 4 would drop
    // after 20 by default, so the limit and the place where the rest goes are said here.
    private const int DeliveryLimit = 1_000;

    public const string Undelivered = "undelivered";

    /// <summary>Every queue that this service reads, or that must exist before it sends.</summary>
    public static IEnumerable<(string Queue, string Message, bool IsOurs)> QueuesOf(MessageCatalog catalog)
    {
        var ours = catalog.Subscriptions.Select(subscription => (QueueOf(catalog.Service, subscription.Name), subscription.Name, true));
        var others = catalog.Publications.SelectMany(publication => publication.Subscribers
            .Where(service => service != catalog.Service)
            .Select(service => (QueueOf(service, publication.Name), publication.Name, false)));
        return ours.Concat(others);
    }

    public static string QueueOf(string service, string message) => $"{service}.{message}";

    public static void Declare(IRabbitMqReceiveEndpointConfigurator endpoint, string message)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        endpoint.BindDeadLetterQueue(Undelivered, Undelivered, queue => queue.SetQueueArgument("x-queue-type", "quorum"));
        endpoint.Bind(message);
    }

    /// <summary>Makes exchanges, queues and bindings, and disconnects.</summary>
    public static async Task DeployAsync(MessageCatalog catalog, Uri broker, CancellationToken cancellationToken)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(configuration =>
        {
            configuration.Host(broker);
            configuration.DeployTopologyOnly = true;
            foreach (var (queue, message, _) in QueuesOf(catalog))
                configuration.ReceiveEndpoint(queue, endpoint => Declare(endpoint, message));
        });
        await bus.DeployAsync(cancellationToken);
    }
}

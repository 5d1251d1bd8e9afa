using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Messaging.Transports.RabbitMq;

/// <summary>Joins a host to the broker.</summary>
internal static class RabbitMqRegistration
{
    public static void AddRabbitMq(this IServiceCollection services, MessageCatalog catalog, MessagingOptions options)
    {
        services.AddSingleton<ITransport, RabbitMqTransport>();
        services.AddMassTransit(bus =>
        {
            foreach (var subscription in catalog.Subscriptions)
                bus.AddConsumer(ConsumerOf(subscription));
            bus.UsingRabbitMq((context, configuration) =>
            {
                configuration.Host(options.BrokerUri());
                configuration.MessageTopology.SetEntityNameFormatter(
                    new CatalogNames(catalog, configuration.MessageTopology.EntityNameFormatter));
                configuration.ConfigureJsonSerializerOptions(MessageJson.Apply);
                foreach (var subscription in catalog.Subscriptions)
                    configuration.ReceiveEndpoint(RabbitMqTopology.QueueOf(catalog.Service, subscription.Name), endpoint =>
                    {
                        RabbitMqTopology.Declare(endpoint, subscription.Name);
                        endpoint.PrefetchCount = options.Concurrency * 2;
                        endpoint.ConcurrentMessageLimit = options.Concurrency;
                        // What the inbox cannot keep goes back to the queue, not to a queue of errors that nobody reads.
                        endpoint.RethrowFaultedMessages();
                        endpoint.ConfigureConsumer(context, ConsumerOf(subscription));
                    });
            });
        });
    }

    private static Type ConsumerOf(Subscription subscription) => typeof(RabbitMqConsumer<>).MakeGenericType(subscription.Type);
}

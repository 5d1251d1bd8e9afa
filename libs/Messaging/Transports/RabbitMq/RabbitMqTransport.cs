using System.Globalization;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Kommunebro.Messaging.Transports.RabbitMq;

/// <summary>Publishes through MassTransit and waits for the broker's confirmation of each message.</summary>
internal sealed class RabbitMqTransport(IBus bus, MessageCatalog catalog, IOptions<MessagingOptions> options) : ITransport
{
    public string Name => MessagingOptions.RabbitMq;

    public int Parallelism => 64;

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        RabbitMqTopology.DeployAsync(catalog, options.Value.BrokerUri(), cancellationToken);

    public async Task SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        // Publish waits for a lost connection without end; the relay would rather let go of its lock and look again.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.SendTimeout);
        try
        {
            await bus.Publish(envelope.Message, envelope.Message.GetType(), Pipe.Execute<PublishContext>(context =>
            {
                context.MessageId = envelope.MessageId;
                context.Mandatory = true;
                context.Headers.Set(RabbitMqHeaders.OccurredAt, envelope.OccurredAt.ToString("O", CultureInfo.InvariantCulture));
                if (envelope.TraceParent is not null)
                    context.Headers.Set(RabbitMqHeaders.TraceParent, envelope.TraceParent);
            }), patience.Token);
        }
        catch (MessageReturnedException returned)
        {
            throw new MessageReturned("no queue took it", returned);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"the broker did not confirm within {options.Value.SendTimeout}", late);
        }
    }
}

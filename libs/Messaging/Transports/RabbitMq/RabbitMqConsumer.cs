using System.Globalization;
using Kommunebro.Messaging.Inbox;
using Kommunebro.ServiceDefaults;
using MassTransit;

namespace Kommunebro.Messaging.Transports.RabbitMq;

/// <summary>Brings a message from its queue to the inbox, and keeps it while the database is away.</summary>
internal sealed partial class RabbitMqConsumer<TMessage>(
    IMessageInbox inbox, MessageCatalog catalog, ILogger<RabbitMqConsumer<TMessage>> logger) : IConsumer<TMessage>
    where TMessage : class
{
    public async Task Consume(ConsumeContext<TMessage> context)
    {
        var envelope = new Envelope(
            context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be told from its copies."),
            catalog.NameOf(typeof(TMessage))!,
            context.Message,
            DateTimeOffset.Parse(context.Headers.Get<string>(RabbitMqHeaders.OccurredAt)!, CultureInfo.InvariantCulture),
            context.Headers.Get<string>(RabbitMqHeaders.TraceParent));
        await UntilItWorks.Pipeline((delay, reason) => Log.Waits(logger, delay, reason), only: DatabaseOutage.Is)
            .ExecuteAsync(async token => await inbox.DeliverAsync(envelope, token), context.CancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; the message is kept, next look in {Delay}: {Reason}")]
        public static partial void Waits(ILogger logger, TimeSpan delay, string? reason);
    }
}

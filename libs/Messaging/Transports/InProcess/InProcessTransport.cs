namespace Kommunebro.Messaging.Transports.InProcess;

/// <summary>
/// Delivers from the outbox straight to the inboxes of the other hosts in the process. The row goes only when every
/// subscriber has committed or dead-lettered the message, so nothing is lost without a broker.
/// </summary>
internal sealed class InProcessTransport(InProcessHub hub, MessageCatalog catalog) : ITransport
{
    public string Name => MessagingOptions.InProcess;

    // Each delivery holds a database connection of the receiving host.
    public int Parallelism => 4;

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        var missing = catalog.Publications.SelectMany(publication => publication.Subscribers)
            .Where(service => hub.Find(service) is null)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return missing.Count == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException($"not in this process: {string.Join(", ", missing)}");
    }

    public async Task SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        foreach (var service in catalog.PublicationOf(envelope.Message.GetType()).Subscribers)
        {
            var inbox = hub.Find(service) ?? throw new MessageReturned($"{service} does not run");
            await inbox.DeliverAsync(envelope, cancellationToken);
        }
    }
}

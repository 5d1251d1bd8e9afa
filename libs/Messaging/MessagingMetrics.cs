using System.Diagnostics.Metrics;

namespace Kommunebro.Messaging;

/// <summary>What operations watch; the gauges are as old as the last look (<see cref="Outbox.OutboxWatch{TDb}"/>).</summary>
public sealed class MessagingMetrics
{
    private readonly KeyValuePair<string, object?> _service;

    /// <summary>Creates the instruments of one service.</summary>
    public MessagingMetrics(IMeterFactory meters, MessageCatalog catalog)
    {
        _service = new KeyValuePair<string, object?>("service", catalog.Service);
        var meter = meters.Create("Kommunebro.Messaging", null, [_service]);
        Sent = meter.CreateCounter<long>("outbox.sent", "{message}", "Messages that left the outbox");
        Handled = meter.CreateCounter<long>("inbox.handled", "{message}", "Messages whose handler committed");
        Duplicates = meter.CreateCounter<long>("inbox.duplicates", "{message}", "Copies that the inbox dropped");
        Died = meter.CreateCounter<long>("inbox.died", "{message}", "Messages that became dead letters");
        meter.CreateObservableGauge("outbox.pending", () => Pending, "{message}", "Messages that wait to be sent");
        meter.CreateObservableGauge("outbox.oldest", () => OldestSeconds, "s", "Age of the oldest waiting message");
        meter.CreateObservableGauge("outbox.parked", () => Parked, "{message}", "Messages that cannot be decoded");
        meter.CreateObservableGauge("inbox.dead_letters", () => DeadLetters, "{message}", "Messages that wait for a replay");
    }

    /// <summary>Messages that left the outbox.</summary>
    public Counter<long> Sent { get; }

    /// <summary>Messages whose handler committed.</summary>
    public Counter<long> Handled { get; }

    /// <summary>Copies that the inbox dropped.</summary>
    public Counter<long> Duplicates { get; }

    /// <summary>Messages that became dead letters.</summary>
    public Counter<long> Died { get; }

    internal long Pending { get; set; }

    internal double OldestSeconds { get; set; }

    internal long Parked { get; set; }

    internal long DeadLetters { get; set; }
}

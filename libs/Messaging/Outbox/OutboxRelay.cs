using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Kommunebro.Messaging.Transports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Messaging.Outbox;

/// <summary>
/// Empties one shard of the outbox at a time. The lock, the reading and the deleting are one transaction, and a row goes
/// only after the transport said that it has the message: a relay that dies in between sends it again under the same id.
/// </summary>
internal sealed partial class OutboxRelay<TDb>(
    IServiceScopeFactory scopes,
    MessageCatalog catalog,
    ITransport transport,
    TimeProvider clock,
    MessagingMetrics metrics,
    ILogger<OutboxRelay<TDb>> logger)
    where TDb : DbContext
{
    private const int LargestBatch = 100;

    // Any number that no other advisory lock of the database uses.
    private const int LockClass = 0x0B0C5;

    // After trouble one message goes first: a broker that is too slow for a hundred still gets forward.
    private int _batchSize = LargestBatch;

    /// <summary>Sends what is due in all shards that no other replica holds.</summary>
    /// <returns>How many messages were sent.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        for (short shard = 0; shard < OutboxShard.Count; shard++)
            sent += await DrainShardAsync(shard, cancellationToken);
        return sent;
    }

    private async Task<int> DrainShardAsync(short shard, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await db.Database
            .SqlQuery<bool>($"select pg_try_advisory_xact_lock({LockClass}, {(int)shard}) as \"Value\"")
            .SingleAsync(cancellationToken);
        if (!held)
            return 0;

        var now = clock.GetUtcNow();
        var batch = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.Shard == shard && message.ParkedAt == null && message.NotBefore <= now)
            .OrderBy(message => message.Position)
            .Take(_batchSize)
            .ToListAsync(cancellationToken);
        if (batch.Count == 0)
            return 0;

        var outcome = await SendAsync(batch, cancellationToken);
        _batchSize = outcome.Trouble is null ? Math.Min(LargestBatch, _batchSize * 2) : 1;
        await SettleAsync(db, outcome, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Sent.Add(outcome.Sent.Count);
        if (outcome.Trouble is { } trouble)
            ExceptionDispatchInfo.Throw(trouble);
        return outcome.Sent.Count;
    }

    private async Task<SendOutcome> SendAsync(List<OutboxMessage> batch, CancellationToken cancellationToken)
    {
        var outcome = new SendOutcome();
        var byKey = batch.GroupBy(message => message.Key, StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = transport.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(byKey, options, async (messages, token) =>
        {
            foreach (var message in messages)
                if (outcome.Trouble is null)
                    await SendAsync(message, outcome, token);
        });
        return outcome;
    }

    private async Task SendAsync(OutboxMessage message, SendOutcome outcome, CancellationToken cancellationToken)
    {
        object decoded;
        try
        {
            decoded = catalog.Decode(message.Name, message.Body);
        }
        catch (JsonException error)
        {
            Log.Parked(logger, error, message.Name, message.MessageId);
            outcome.Parked.Add((message, error.Message));
            return;
        }

        using var activity = MessagingTrace.Start($"send {message.Name}", ActivityKind.Producer, message.TraceParent);
        var envelope = new Envelope(
            message.MessageId, message.Name, decoded, message.OccurredAt, activity?.Id ?? message.TraceParent);
        try
        {
            await transport.SendAsync(envelope, cancellationToken);
            outcome.Sent.Add(message.Position);
        }
        catch (MessageReturned returned)
        {
            Log.Returned(logger, message.Name, message.MessageId, returned.Message);
            outcome.Returned.Add(message);
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested)
        {
            // What was sent before is settled first; the caller backs off and comes back for the rest.
            outcome.Fail(trouble);
        }
    }

    private static async Task SettleAsync(TDb db, SendOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outbox = db.Set<OutboxMessage>();
        var sent = outcome.Sent.ToArray();
        await outbox.Where(message => sent.Contains(message.Position)).ExecuteDeleteAsync(cancellationToken);
        foreach (var (message, reason) in outcome.Parked)
            await outbox.Where(row => row.Position == message.Position).ExecuteUpdateAsync(
                row => row.SetProperty(m => m.ParkedAt, now).SetProperty(m => m.ParkedBecause, reason), cancellationToken);
        foreach (var message in outcome.Returned)
        {
            var wait = TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(message.Returns, 6)));
            await outbox.Where(row => row.Position == message.Position).ExecuteUpdateAsync(
                row => row.SetProperty(m => m.NotBefore, now + wait).SetProperty(m => m.Returns, message.Returns + 1),
                cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Put aside {Name} {MessageId}: it cannot be decoded")]
        public static partial void Parked(ILogger logger, Exception error, string name, Guid messageId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} {MessageId} waits: {Reason}")]
        public static partial void Returned(ILogger logger, string name, Guid messageId, string reason);
    }
}

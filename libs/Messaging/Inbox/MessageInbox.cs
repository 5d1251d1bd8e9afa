using System.Diagnostics;
using System.Text.Json;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Kommunebro.Messaging.Inbox;

/// <summary>Hands a message to this service's handler, whatever transport brought it.</summary>
public interface IMessageInbox
{
    /// <summary>
    /// Returns when the handler has committed it, when it was a copy, or when it stands in the dead letters.
    /// It throws only while the database is away: then the message must be kept and brought again.
    /// </summary>
    Task DeliverAsync(Envelope envelope, CancellationToken cancellationToken);
}

/// <inheritdoc />
internal sealed partial class MessageInbox<TDb>(
    IServiceScopeFactory scopes,
    MessageCatalog catalog,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    MessagingMetrics metrics,
    ILogger<MessageInbox<TDb>> logger) : IMessageInbox
    where TDb : DbContext
{
    public async Task DeliverAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        var subscription = catalog.SubscriptionTo(envelope.Name);
        using var activity = MessagingTrace.Start($"handle {envelope.Name}", ActivityKind.Consumer, envelope.TraceParent);
        try
        {
            // Outside of the attempt, so that each has a fresh scope, DbContext and transaction.
            await Retry(subscription, envelope).ExecuteAsync(
                async token => await AttemptAsync(subscription, envelope, token), cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && !DatabaseOutage.Is(error))
        {
            await BuryAsync(subscription, envelope, error, cancellationToken);
        }
    }

    private async Task AttemptAsync(Subscription subscription, Envelope envelope, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var first = await db.Database.ExecuteSqlAsync(
            $"""
            insert into inbox (message_id, handler, handled_at)
            values ({envelope.MessageId}, {subscription.Handler}, {clock.GetUtcNow()})
            on conflict do nothing
            """,
            cancellationToken);
        if (first == 0)
        {
            metrics.Duplicates.Add(1);
            return;
        }

        var actor = scope.ServiceProvider.GetRequiredService<AuditActor>();
        (actor.Who, actor.OnBehalfOf) = ($"service:{catalog.Service}", $"message:{envelope.MessageId}");
        var context = new MessageContext(envelope.MessageId, envelope.OccurredAt);
        await subscription.Invoke(scope.ServiceProvider, envelope.Message, context, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await Grave(db, subscription, envelope).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Handled.Add(1);
    }

    private async Task BuryAsync(Subscription subscription, Envelope envelope, Exception error, CancellationToken cancellationToken)
    {
        Log.Died(logger, error, envelope.Name, envelope.MessageId, subscription.Handler);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var letter = await Grave(db, subscription, envelope).SingleOrDefaultAsync(cancellationToken);
        if (letter is null)
            db.Add(letter = new DeadLetter
            {
                MessageId = envelope.MessageId,
                Handler = subscription.Handler,
                Name = envelope.Name,
                Body = JsonSerializer.Serialize(envelope.Message, subscription.Type, MessageJson.Options),
                OccurredAt = envelope.OccurredAt,
                TraceParent = envelope.TraceParent,
                Error = "",
                Attempts = 0,
                DiedAt = default,
            });
        letter.Error = $"{error.GetType().Name}: {error.Message}";
        letter.Attempts += options.Value.Attempts;
        letter.DiedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        metrics.Died.Add(1);
    }

    private static IQueryable<DeadLetter> Grave(TDb db, Subscription subscription, Envelope envelope) => db.Set<DeadLetter>()
        .Where(letter => letter.MessageId == envelope.MessageId && letter.Handler == subscription.Handler);

    private ResiliencePipeline Retry(Subscription subscription, Envelope envelope) =>
        options.Value.Attempts <= 1 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(error => !DatabaseOutage.Is(error)),
            MaxRetryAttempts = options.Value.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Value.RetryDelay,
            OnRetry = retry =>
            {
                Log.Again(logger, envelope.Name, envelope.MessageId, subscription.Handler, retry.Outcome.Exception?.Message);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Handler} tries {Name} {MessageId} again: {Reason}")]
        public static partial void Again(ILogger logger, string name, Guid messageId, string handler, string? reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Handler} gave up {Name} {MessageId}; it waits in dead_letter")]
        public static partial void Died(ILogger logger, Exception error, string name, Guid messageId, string handler);
    }
}

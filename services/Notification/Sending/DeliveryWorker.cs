using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Webhooks;

namespace Kommunebro.Notification.Sending;

/// <summary>Sends what is due, some at a time, as long as the host lives.</summary>
internal sealed partial class DeliveryWorker(
    DeliveryQueue queue, IServiceScopeFactory scopes, SendingSettings settings, ILogger<DeliveryWorker> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, settings.Sender.Concurrency).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await queue.TakeAsync(stoppingToken) is { } delivery)
                {
                    await SendAsync(delivery, stoppingToken);
                    continue;
                }
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The database is away. The lease brings the delivery back.
                Log.Trouble(logger, trouble);
            }

            await Task.Delay(settings.Sender.PollInterval, stoppingToken);
        }
    }

    private async Task SendAsync(Delivery delivery, CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<DeliveryAttempt>()
            .RunAsync(delivery, settings.Sender.AttemptLimit, stoppingToken);
        if (outcome.Kind is not (OutcomeKind.Delivered or OutcomeKind.Split))
            Log.NotSent(logger, delivery.Id, delivery.Kind, delivery.Recipient.ToString(), delivery.Attempts, outcome.Error);
        // What was sent is stored even when the host stops now, or it would be sent twice.
        await using var settling = scopes.CreateAsyncScope();
        await settling.ServiceProvider.GetRequiredService<Settlement>()
            .StoreAsync(delivery, outcome, settings.Webhooks.PauseAfter, CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} ({Kind}) to {Recipient}, attempt {Attempt}: {Reason}")]
        public static partial void NotSent(ILogger logger, Guid delivery, string kind, string recipient, int attempt, string? reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The sender met trouble")]
        public static partial void Trouble(ILogger logger, Exception trouble);
    }
}

/// <summary>The settings that a sender goes by.</summary>
internal sealed record SendingSettings(SenderOptions Sender, WebhookOptions Webhooks);

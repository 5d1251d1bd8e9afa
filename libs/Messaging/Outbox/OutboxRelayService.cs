using Kommunebro.Messaging.Transports;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kommunebro.Messaging.Outbox;

/// <summary>Runs the relay as long as the service lives: at once after a commit, else by polling; with back-off in trouble.</summary>
internal sealed partial class OutboxRelayService<TDb>(
    OutboxRelay<TDb> relay,
    OutboxOwnership<TDb> ownership,
    WakeUp<OutboxMessage> signal,
    ITransport transport,
    IServiceScopeFactory scopes,
    IOptions<MessagingOptions> options,
    ILogger<OutboxRelayService<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    /// <summary>Refuses to start beside another transport.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ownership.ClaimAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var untilItWorks = UntilItWorks.Pipeline(
            (delay, reason) => Log.Trouble(logger, delay, reason), options.Value.MaxBackOff);
        await untilItWorks.ExecuteAsync(async token => await UnparkAsync(token), stoppingToken);
        await untilItWorks.ExecuteAsync(async token => await transport.PrepareAsync(token), stoppingToken);
        Log.Ready(logger, transport.Name);
        while (!stoppingToken.IsCancellationRequested)
        {
            var sent = await untilItWorks.ExecuteAsync(async token => await relay.DrainAsync(token), stoppingToken);
            if (sent == 0)
                await signal.WaitAsync(options.Value.PollInterval, stoppingToken);
        }
    }

    /// <summary>A newer program may understand what an older one put aside.</summary>
    private async Task UnparkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TDb>().Set<OutboxMessage>()
            .Where(message => message.ParkedAt != null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(m => m.ParkedAt, (DateTimeOffset?)null).SetProperty(m => m.ParkedBecause, (string?)null),
                cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The outbox is sent by {Transport}")]
        public static partial void Ready(ILogger logger, string transport);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox waits {Delay}: {Reason}")]
        public static partial void Trouble(ILogger logger, TimeSpan delay, string? reason);
    }
}

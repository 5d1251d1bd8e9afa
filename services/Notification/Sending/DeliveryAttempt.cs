using Grpc.Core;
using Kommunebro.Notification.Deliveries;
using Kommunebro.Notification.Mail;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Notification.Sending;

/// <summary>One attempt at one delivery, by whatever way it travels.</summary>
internal sealed partial class DeliveryAttempt(Groups groups, SendMail mail, CallWebhook webhook, ILogger<DeliveryAttempt> logger)
{
    /// <summary>What came of it. Nothing is thrown: an attempt that meets the unforeseen, or a stop, is one to repeat.</summary>
    public async Task<Outcome> RunAsync(Delivery delivery, TimeSpan limit, CancellationToken stopping)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        time.CancelAfter(limit);
        try
        {
            return await SendAsync(delivery, time.Token);
        }
        catch (OperationCanceledException)
        {
            return Outcome.Later(stopping.IsCancellationRequested ? "sender_stopped" : "took_too_long");
        }
        catch (RpcException away)
        {
            return Outcome.Later($"grpc_{EnumName.Of(away.StatusCode)}");
        }
        catch (Exception unforeseen)
        {
            Log.Unforeseen(logger, unforeseen, delivery.Id, delivery.Kind);
            return Outcome.Later("internal_error");
        }
    }

    private Task<Outcome> SendAsync(Delivery delivery, CancellationToken cancellationToken) => delivery switch
    {
        { Channel: Channel.Email, Recipient.IsGroup: true } => groups.SplitMailAsync(delivery, cancellationToken),
        { Channel: Channel.Email } => mail.SendAsync(delivery, cancellationToken),
        { Recipient.IsGroup: true } => groups.SplitCallsAsync(delivery, cancellationToken),
        _ => webhook.SendAsync(delivery, cancellationToken),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} ({Kind}) met trouble")]
        public static partial void Unforeseen(ILogger logger, Exception trouble, Guid delivery, string kind);
    }
}

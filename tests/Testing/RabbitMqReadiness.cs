using Kommunebro.Local.Processes;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Kommunebro.Testing;

/// <summary>Waits until a private node takes AMQP connections and its management interface answers.</summary>
internal static class RabbitMqReadiness
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public static async Task WaitAsync(RabbitMqNode node, ChildProcess broker, string log, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        using var management = new RabbitMqManagement(node.Management);
        while (!(await ConnectsAsync(node.Uri, limit.Token) && await management.AnswersAsync(limit.Token)))
        {
            if (broker.HasEnded || limit.IsCancellationRequested)
                throw new InvalidOperationException($"RabbitMQ did not start:\n{await File.ReadAllTextAsync(log, cancellation)}");
            await Task.Delay(100, cancellation);
        }
    }

    private static async Task<bool> ConnectsAsync(Uri uri, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = uri }.CreateConnectionAsync(cancellation);
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

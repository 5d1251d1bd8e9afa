using Kommunebro.Testing;
using RabbitMQ.Client;

namespace Kommunebro.Tests.Local;

/// <summary>The fixture that broker outages are tested with.</summary>
public sealed class RabbitMqNodeTests
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task A_node_keeps_its_messages_over_a_stop_and_a_kill()
    {
        await using var node = await RabbitMqNode.StartNewAsync();
        await using var host = await RabbitMqVirtualHost.CreateAsync(node);
        await SendAsync(host.Uri, "kept");

        await node.StopAsync();
        await node.StartAsync();
        Assert.Equal(1u, await host.CountAsync("kept"));

        await node.KillAsync();
        await node.StartAsync();
        Assert.Equal(1u, await host.CountAsync("kept"));
    }

    private static async Task SendAsync(Uri uri, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = uri }.CreateConnectionAsync();
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirmed);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true }, "hello"u8.ToArray());
    }
}

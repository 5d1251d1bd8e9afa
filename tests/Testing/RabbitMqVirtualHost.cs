using RabbitMQ.Client;

namespace Kommunebro.Testing;

/// <summary>A virtual host of its own for a fixture; deleted, with its queues, when disposed.</summary>
public sealed class RabbitMqVirtualHost : IAsyncDisposable
{
    private readonly Uri _management;

    private RabbitMqVirtualHost(Uri management, string name, Uri uri)
    {
        _management = management;
        Name = name;
        Uri = uri;
    }

    /// <summary>Its name on the broker.</summary>
    public string Name { get; }

    /// <summary>Where clients connect, user, password and virtual host included.</summary>
    public Uri Uri { get; }

    /// <summary>Makes a virtual host on a private node.</summary>
    public static Task<RabbitMqVirtualHost> CreateAsync(RabbitMqNode node, string name = "test", CancellationToken cancellation = default) =>
        CreateAsync(node.Uri, node.Management, name, cancellation);

    /// <summary>How many messages wait in a queue; those that a consumer holds unacknowledged are not counted.</summary>
    /// <exception cref="RabbitMQ.Client.Exceptions.OperationInterruptedException">There is no such queue.</exception>
    public async Task<uint> CountAsync(string queue, CancellationToken cancellation = default)
    {
        await using var connection = await new ConnectionFactory { Uri = Uri }.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        return await channel.MessageCountAsync(queue, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        using var calls = new RabbitMqManagement(_management);
        await calls.DeleteVirtualHostAsync(Name);
    }

    internal static async Task<RabbitMqVirtualHost> CreateAsync(Uri broker, Uri management, string name, CancellationToken cancellation)
    {
        var unique = $"{name}-{Guid.CreateVersion7():N}";
        using var calls = new RabbitMqManagement(management);
        await calls.CreateVirtualHostAsync(unique, cancellation);
        return new RabbitMqVirtualHost(management, unique, new UriBuilder(broker) { Path = unique }.Uri);
    }
}

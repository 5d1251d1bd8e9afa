namespace Kommunebro.Testing;

/// <summary>
/// The RabbitMQ broker of this test process: the one that <c>KOMMUNEBRO_TEST_RABBITMQ</c> names (an amqp address; its
/// management interface, for virtual hosts, on port 15672 or where <c>KOMMUNEBRO_TEST_RABBITMQ_MANAGEMENT</c> says),
/// else a private node, started with the first virtual host and gone with the process.
/// </summary>
public static class RabbitMqServer
{
    internal const string Variable = "KOMMUNEBRO_TEST_RABBITMQ";

    private static readonly Lazy<Task<(Uri Broker, Uri Management)>> Shared = new(ConnectAsync);

    // The private node lives as long as the process: a node that nobody refers to would be collected, and stop.
    private static RabbitMqNode? _node;

    /// <summary>Makes an empty virtual host, with a name of its own, on the shared broker.</summary>
    /// <param name="name">What it is for: the start of its name.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public static async Task<RabbitMqVirtualHost> CreateVirtualHostAsync(string name = "test", CancellationToken cancellation = default)
    {
        var (broker, management) = await Shared.Value;
        return await RabbitMqVirtualHost.CreateAsync(broker, management, name, cancellation);
    }

    private static async Task<(Uri Broker, Uri Management)> ConnectAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } given)
        {
            _node = await RabbitMqNode.StartNewAsync();
            return (_node.Uri, _node.Management);
        }

        var broker = new Uri(given);
        var management = Environment.GetEnvironmentVariable($"{Variable}_MANAGEMENT") is { Length: > 0 } address
            ? new Uri(address)
            : new UriBuilder("http", broker.Host, 15672) { UserName = broker.UserInfo.Split(':')[0], Password = broker.UserInfo.Split(':')[^1] }.Uri;
        return (broker, management);
    }
}

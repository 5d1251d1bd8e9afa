using Kommunebro.ServiceDefaults;

namespace Kommunebro.Messaging;

/// <summary>Settings under "X:Messaging" of a host.</summary>
public sealed class MessagingOptions
{
    /// <summary>"rabbitmq", or "in-process" when all services share one process.</summary>
    public string Transport { get; set; } = RabbitMq;

    /// <summary>The broker's AMQP address, with user, password and virtual host; only for "rabbitmq".</summary>
    public string? Broker { get; set; }

    /// <summary>How often a message is tried before it becomes a dead letter.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>The wait before the second attempt; it doubles with each further one.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often the relay looks without having been woken up.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two tries while the broker is away.</summary>
    public TimeSpan MaxBackOff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the broker may take to confirm one message.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many messages a service handles at a time, per queue.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>How long the inbox remembers a message id.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The name of the RabbitMQ transport.</summary>
    public const string RabbitMq = "rabbitmq";

    /// <summary>The name of the in-process transport.</summary>
    public const string InProcess = "in-process";

    /// <summary>The broker's address.</summary>
    /// <exception cref="SettingException">It is not set or is no AMQP address.</exception>
    public Uri BrokerUri() =>
        Uri.TryCreate(Broker, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? uri
            : throw new SettingException("Messaging:Broker must be an address like amqp://user:password@host:5672/vhost.");
}

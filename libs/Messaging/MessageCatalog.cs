using System.Text.Json;

namespace Kommunebro.Messaging;

/// <summary>The closed list of what a service publishes and handles; text never becomes a type but by it.</summary>
public sealed class MessageCatalog
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, Publication> _publications = [];
    private readonly Dictionary<string, Subscription> _subscriptions = new(StringComparer.Ordinal);

    /// <summary>Builds the catalog and refuses contradictions.</summary>
    /// <exception cref="InvalidOperationException">A name or type stands twice, or a message has no subscriber.</exception>
    public MessageCatalog(string service, IReadOnlyList<Publication> publications, IReadOnlyList<Subscription> subscriptions)
    {
        Service = service;
        foreach (var publication in publications)
        {
            if (publication.Subscribers.Count == 0)
                throw new InvalidOperationException($"Nobody listens to {publication.Name}: do not publish it.");
            Add(publication.Name, publication.Type);
            if (!_publications.TryAdd(publication.Type, publication))
                throw new InvalidOperationException($"{publication.Type} is published twice.");
        }

        foreach (var subscription in subscriptions)
        {
            Add(subscription.Name, subscription.Type);
            if (!_subscriptions.TryAdd(subscription.Name, subscription))
                throw new InvalidOperationException($"{subscription.Name} has two handlers in {service}.");
        }
    }

    /// <summary>The service's name, e.g. "needs-intake"; part of its queues' names.</summary>
    public string Service { get; }

    /// <summary>What this service publishes.</summary>
    public IReadOnlyCollection<Publication> Publications => _publications.Values;

    /// <summary>What this service handles.</summary>
    public IReadOnlyCollection<Subscription> Subscriptions => _subscriptions.Values;

    /// <summary>The publication of <paramref name="type"/>.</summary>
    /// <exception cref="InvalidOperationException">This service does not publish it.</exception>
    public Publication PublicationOf(Type type) => _publications.TryGetValue(type, out var publication)
        ? publication
        : throw new InvalidOperationException($"{Service} does not publish {type}; add it to the host's messages.");

    /// <summary>The subscription to <paramref name="name"/>.</summary>
    /// <exception cref="InvalidOperationException">This service does not handle it.</exception>
    public Subscription SubscriptionTo(string name) => _subscriptions.TryGetValue(name, out var subscription)
        ? subscription
        : throw new InvalidOperationException($"{Service} does not handle {name}.");

    /// <summary>The message that <paramref name="body"/> holds.</summary>
    /// <exception cref="JsonException">The name is unknown or the body does not fit the type.</exception>
    public object Decode(string name, string body) => _types.TryGetValue(name, out var type)
        ? JsonSerializer.Deserialize(body, type, MessageJson.Options) ?? throw new JsonException($"{name} is null.")
        : throw new JsonException($"{Service} knows no message called {name}.");

    /// <summary>The name on the wire of <paramref name="type"/>, or null when it is no message of this service.</summary>
    public string? NameOf(Type type) => _types.FirstOrDefault(entry => entry.Value == type).Key;

    private void Add(string name, Type type)
    {
        if (!_types.TryAdd(name, type) && _types[name] != type)
            throw new InvalidOperationException($"{name} names both {_types[name]} and {type}.");
    }
}

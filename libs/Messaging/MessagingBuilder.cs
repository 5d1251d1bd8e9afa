using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Messaging;

/// <summary>Collects what a service publishes and handles.</summary>
public sealed class MessagingBuilder
{
    internal List<Publication> Publications { get; } = [];

    internal List<Subscription> Subscriptions { get; } = [];

    internal List<Type> Handlers { get; } = [];

    /// <summary>Declares a message that this service publishes.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="key">The aggregate's key, by which order is kept.</param>
    /// <param name="subscribers">The services that listen.</param>
    public MessagingBuilder Publishes<TMessage>(string name, Func<TMessage, string> key, IReadOnlyList<string> subscribers)
        where TMessage : class
    {
        Publications.Add(new Publication(typeof(TMessage), name, message => key((TMessage)message), subscribers));
        return this;
    }

    /// <summary>Declares a message that this service handles, and by what.</summary>
    public MessagingBuilder Handles<TMessage, THandler>(string name)
        where TMessage : class
        where THandler : class, IHandler<TMessage>
    {
        Handlers.Add(typeof(THandler));
        Subscriptions.Add(new Subscription(
            typeof(TMessage),
            name,
            typeof(THandler).Name,
            (services, message, context, cancellationToken) => services.GetRequiredService<THandler>()
                .HandleAsync((TMessage)message, context, cancellationToken)));
        return this;
    }
}

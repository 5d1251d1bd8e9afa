namespace Kommunebro.Messaging;

/// <summary>A message that this service handles.</summary>
/// <param name="Type">The record.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Handler">The handler's name, as it stands in the inbox and the dead letters.</param>
/// <param name="Invoke">Resolves the handler from a scope and calls it.</param>
public sealed record Subscription(
    Type Type,
    string Name,
    string Handler,
    Func<IServiceProvider, object, MessageContext, CancellationToken, Task> Invoke);

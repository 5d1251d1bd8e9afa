namespace Kommunebro.Messaging;

/// <summary>A message that this service publishes.</summary>
/// <param name="Type">The record.</param>
/// <param name="Name">Its name on the wire; never changes.</param>
/// <param name="Key">The aggregate's key: messages of one aggregate leave in order.</param>
/// <param name="Subscribers">The services whose queues must be there before it is sent.</param>
public sealed record Publication(Type Type, string Name, Func<object, string> Key, IReadOnlyList<string> Subscribers);

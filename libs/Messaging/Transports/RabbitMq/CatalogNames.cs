using MassTransit;

namespace Kommunebro.Messaging.Transports.RabbitMq;

/// <summary>Exchanges are called as the catalog calls their messages.</summary>
internal sealed class CatalogNames(MessageCatalog catalog, IEntityNameFormatter others) : IEntityNameFormatter
{
    public string FormatEntityName<T>() => catalog.NameOf(typeof(T)) ?? others.FormatEntityName<T>();
}

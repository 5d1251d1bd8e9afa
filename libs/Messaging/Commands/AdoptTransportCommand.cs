using Kommunebro.Messaging.Outbox;
using Kommunebro.Messaging.Transports;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Messaging.Commands;

/// <summary>Moves a database from one transport to another.</summary>
internal sealed class AdoptTransportCommand<TDb>(OutboxOwnership<TDb> ownership, ITransport transport) : IServiceCommand
    where TDb : DbContext
{
    public string Name => "adopt-transport";

    public string Help => "hand the outbox to the transport of the settings; stop every instance first";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        await ownership.AdoptAsync(cancellationToken);
        await output.WriteLineAsync($"The outbox is now sent by {transport.Name}. Run 'migrate', then start the service.");
        return 0;
    }
}

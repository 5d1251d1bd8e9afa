using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Clients;

/// <summary>Takes over the secrets of the services' clients; and gives partners' organisations theirs.</summary>
internal sealed class ClientsCommand(ApplyServiceClients apply, PartnerClientsCommand partners) : IServiceCommand
{
    public string Name => "clients";

    public string Help =>
        $"apply | {PartnerClientsCommand.Verbs}   apply brings the services' clients to the settings Identity:ServiceClients:<service>:Secret "
        + "(migrate does so, too); the others are for partners' clients, and a new one's secret is shown once";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is ["apply"])
            return await ApplyAsync(output, cancellationToken);
        if (await partners.TryAsync(args, output, cancellationToken) is { } exitCode)
            return exitCode;
        await output.WriteLineAsync($"Usage: {Name} {Help}");
        return 2;
    }

    private async Task<int> ApplyAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var changed = await apply.ApplyAsync(cancellationToken);
        await output.WriteLineAsync(changed.Count == 0
            ? "All clients are as the settings say."
            : $"New or changed: {string.Join(", ", changed)}. Services with an old secret get no new token.");
        return 0;
    }
}

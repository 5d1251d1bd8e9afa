using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Clients;

/// <summary>Takes over the secrets of the services' clients.</summary>
internal sealed class ClientsCommand(ApplyServiceClients apply) : IServiceCommand
{
    public string Name => "clients";

    public string Help => "apply   bring the services' clients to the settings Identity:ServiceClients:<service>:Secret; migrate does so, too";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is not ["apply"])
        {
            await output.WriteLineAsync($"Usage: {Name} {Help}");
            return 2;
        }

        var changed = await apply.ApplyAsync(cancellationToken);
        await output.WriteLineAsync(changed.Count == 0
            ? "All clients are as the settings say."
            : $"New or changed: {string.Join(", ", changed)}. Services with an old secret get no new token.");
        return 0;
    }
}

using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Kommunebro.Identity.Keys;

/// <summary>Refuses to serve without keys and issuer: told at the start, and not to the first who signs in.</summary>
internal sealed class KeysAreThere(IOptionsMonitor<OpenIddictServerOptions> tokens) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = tokens.CurrentValue;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

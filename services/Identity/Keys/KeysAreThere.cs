namespace Kommunebro.Identity.Keys;

/// <summary>Refuses to serve without keys.</summary>
internal sealed class KeysAreThere(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<SigningKeys>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

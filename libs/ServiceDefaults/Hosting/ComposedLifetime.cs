using Microsoft.Extensions.Hosting;

namespace Kommunebro.ServiceDefaults;

/// <summary>A host that shares its process neither listens for signals nor says anything about its start: the composing program does.</summary>
internal sealed class ComposedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

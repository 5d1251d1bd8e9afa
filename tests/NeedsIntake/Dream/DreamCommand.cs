using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.NeedsIntake.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kommunebro.Tests.NeedsIntake.Dream;

/// <summary>Reads DREAM's feed as an operator does.</summary>
internal static class DreamCommand
{
    public static Task<(int Code, string Output)> ReadAsync(this NeedsServer server, DreamPeer dream) => server.RunAsync("--address", dream.Address.ToString());

    public static async Task<(int Code, string Output)> RunAsync(this NeedsServer server, params string[] args)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.RunAsync(args);
    }

    public static async Task<(int Code, string Output)> RunAsync(this IServiceProvider services, params string[] args)
    {
        var output = new StringWriter();
        var code = await services.GetServices<IServiceCommand>().Single(command => command.Name == "import-dream").RunAsync(args, output, CancellationToken.None);
        return (code, output.ToString().Trim());
    }
}

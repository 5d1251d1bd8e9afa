using Kommunebro.Contracts;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Directory;

public sealed class RealRegistryTests
{
    [Fact]
    public async Task Registrys_snapshot_fills_the_directory_and_its_events_keep_it()
    {
        await using var server = await NeedsServer.StartAsync(new NeedsServerOptions { RegistryRuns = false });
        // Registry sends only when all that listen are there; matching stands for itself.
        await using var registry = await RealRegistry.StartAsync(server.RegistryPort, server.Hub);
        await server.DirectoryIsReadAsync();

        await registry.PutAsync(Places.Vinnytsia);
        await Until.TrueAsync(async () => (await server.SubmitAsync(ANeed.InVinnytsia())).Code is null);
        await registry.PutAsync(Places.Vinnytsia with { TerritoryStatus = TerritoryStatus.PossibleHostilities }, seen: 1);

        await Until.TrueAsync(async () =>
            (string?)(await server.FindNeedsAsync()).Items[0]["territoryNotice"]?["code"] == "possible_hostilities");
    }
}

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>One server for all tests of a class.</summary>
public sealed class NeedsServerFixture : IAsyncLifetime
{
    public NeedsServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await NeedsServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

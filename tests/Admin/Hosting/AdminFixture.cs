namespace Kommunebro.Tests.Admin.Hosting;

/// <summary>A server that the tests of a class share.</summary>
public sealed class AdminFixture : IAsyncLifetime
{
    public AdminServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await AdminServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

namespace Kommunebro.Tests.Identity.Hosting;

/// <summary>One server for all tests of a class.</summary>
public sealed class IdentityServerFixture : IAsyncLifetime
{
    public IdentityServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await IdentityServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

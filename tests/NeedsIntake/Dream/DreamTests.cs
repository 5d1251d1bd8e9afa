using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Dream;

/// <summary>Needs-intake beside a DREAM of its own, for tests of what it reads there.</summary>
public abstract class DreamTests : IAsyncLifetime
{
    protected static readonly DateTimeOffset January = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected NeedsServer Server { get; private set; } = null!;

    private protected DreamPeer Dream { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Server, Dream) = (await NeedsServer.StartAsync(), await DreamPeer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Dream.DisposeAsync();
        await Server.DisposeAsync();
    }
}

namespace Kommunebro.Tests.Admin.Hosting;

/// <summary>Tests of pages as somebody with <paramref name="roles"/> sees them, without script, on a server of their own.</summary>
public abstract class StaffPages(params IReadOnlyList<string> roles) : IAsyncLifetime
{
    protected AdminServer Server { get; private set; } = null!;

    protected Visitor Staff { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await AdminServer.StartAsync();
        Staff = await Server.StaffAsync([.. roles]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Staff.Dispose();
        await Server.DisposeAsync();
    }
}

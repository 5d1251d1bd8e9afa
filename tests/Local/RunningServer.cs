using Kommunebro.Local;
using Kommunebro.Local.Postgres;

namespace Kommunebro.Tests.Local;

/// <summary>A server and the data folder that it holds open.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly DataFolder _folder;

    private RunningServer(DataFolder folder, EmbeddedPostgres server)
    {
        _folder = folder;
        Server = server;
    }

    public EmbeddedPostgres Server { get; }

    public static async Task<RunningServer> StartAsync(string path, EmbeddedPostgresOptions options)
    {
        var data = DataFolder.Open(path);
        try
        {
            return new RunningServer(data, await EmbeddedPostgres.StartAsync(data, options));
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}

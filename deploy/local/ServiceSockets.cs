using System.Text;

namespace Kommunebro.Local;

/// <summary>Where the hosts' gRPC sockets are: in the data folder, or in a new temporary folder when that path is too long for a socket.</summary>
internal sealed class ServiceSockets : IDisposable
{
    // sun_path holds 108 bytes on Linux and 104 on macOS, its end included.
    private const int LongestPath = 103;

    private readonly string _folder;
    private readonly bool _isTemporary;

    public ServiceSockets(DataFolder data)
    {
        _isTemporary = Encoding.UTF8.GetByteCount(data.File("needsintake.sock")) > LongestPath;
        _folder = _isTemporary ? Directory.CreateTempSubdirectory("kommunebro-").FullName : data.Path;
    }

    /// <summary>The address of the socket of <paramref name="service"/>.</summary>
    public string AddressOf(string service) => $"unix:{Path.Combine(_folder, $"{service.ToLowerInvariant()}.sock")}";

    public void Dispose()
    {
        if (_isTemporary)
            Directory.Delete(_folder, recursive: true);
    }
}

using System.Text;

namespace Kommunebro.Local;

/// <summary>Where the hosts' sockets are: in the data folder, or in a new temporary folder when that path is too long for a socket.</summary>
internal sealed class ServiceSockets : IDisposable
{
    // sun_path holds 108 bytes on Linux and 104 on macOS, its end included.
    private const int LongestPath = 103;

    private const string LongestName = "notification.http.sock";

    private readonly string _folder;
    private readonly bool _isTemporary;

    public ServiceSockets(DataFolder data)
    {
        _isTemporary = Encoding.UTF8.GetByteCount(data.File(LongestName)) > LongestPath;
        _folder = _isTemporary ? Directory.CreateTempSubdirectory("kommunebro-").FullName : data.Path;
    }

    /// <summary>The socket on which the host of <paramref name="section"/> serves REST and pages.</summary>
    public string HttpOf(string section) => Path.Combine(_folder, $"{section.ToLowerInvariant()}.http.sock");

    /// <summary>The socket of its gRPC face.</summary>
    public string GrpcOf(string section) => Path.Combine(_folder, $"{section.ToLowerInvariant()}.grpc.sock");

    public void Dispose()
    {
        if (_isTemporary)
            Directory.Delete(_folder, recursive: true);
    }
}

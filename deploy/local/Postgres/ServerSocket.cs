using System.Text;

namespace Kommunebro.Local.Postgres;

/// <summary>The folder of the server's unix socket.</summary>
internal static class ServerSocket
{
    // sun_path holds 108 bytes on Linux and 104 on macOS, its end included.
    private const int LongestPath = 103;

    /// <summary>
    /// Makes the folder, closed to everybody but the account: <c>socket</c> in the data folder, or, when that path
    /// is too long for a socket, a new one in the system's temporary folder.
    /// </summary>
    public static async Task<string> FolderAsync(DataFolder data, ServerAccount account, CancellationToken cancellation)
    {
        var folder = data.File("socket");
        if (Encoding.UTF8.GetByteCount($"{folder}/.s.PGSQL.5432.lock") > LongestPath)
            folder = Directory.CreateTempSubdirectory("kommunebro-").FullName;
        // A killed server leaves its socket; by now it is certain that none runs.
        else if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await account.OwnAsync(folder, cancellation);
        return folder;
    }
}

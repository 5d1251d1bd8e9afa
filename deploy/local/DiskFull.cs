using Npgsql;

namespace Kommunebro.Local;

/// <summary>Recognises a full disk in the ways in which it shows.</summary>
public static class DiskFull
{
    // ENOSPC on Linux and macOS; EDQUOT on Linux and on macOS.
    private static readonly int[] ErrorNumbers = [28, 122, 69];

    /// <summary>Whether the failure, or what caused it, is a full disk or a used-up quota.</summary>
    public static bool Explains(Exception failure) => failure switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.DiskFull,
        IOException io when ErrorNumbers.Contains(io.HResult) => true,
        _ => failure.InnerException is { } cause && Explains(cause),
    };

    /// <summary>What the person is told.</summary>
    /// <param name="folder">The folder that could not be written.</param>
    /// <param name="cause">The failure, for the record.</param>
    public static UserError Error(string folder, Exception? cause = null) =>
        new($"The disk that holds {folder} is full. Free some space, or give another folder with --data.", cause);
}

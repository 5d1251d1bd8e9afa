using System.Diagnostics;

namespace Kommunebro.Testing;

/// <summary>
/// Folders for servers and files of this test process. A small shell deletes them when the process ends, also when
/// it was killed: it waits for a pipe from us to close, and tries until the servers inside have ended as well.
/// </summary>
public static class TemporaryFolder
{
    private const string Janitor = """
        trap '' HUP INT TERM
        while read -r _; do :; done
        for _ in {1..300}; do
            sleep 0.2
            rm -rf -- "$1" && sleep 1 && [ ! -e "$1" ] && exit
        done
        """;

    // Kept, so that no finalizer closes the pipe before the process ends.
    private static readonly List<Process> Janitors = [];

    private static int _given;

    private static readonly Lazy<string> Root = new(() =>
    {
        // The account that PostgreSQL runs under for root may not enter root's own temporary folder.
        var place = Environment.IsPrivilegedProcess ? "/tmp" : Path.GetTempPath();
        var root = Path.Combine(place, $"kommunebro-tests-{Environment.ProcessId}-{Random.Shared.Next(0x10000):x4}");
        Directory.CreateDirectory(root, Passable);
        Janitors.Add(StartJanitor(root));
        return root;
    });

    private static UnixFileMode Passable =>
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Makes a new, empty folder.</summary>
    /// <param name="name">What it is for; a number is added.</param>
    public static string Create(string name)
    {
        // Tests run side by side: a number that was given once is not given again.
        var folder = Path.Combine(Root.Value, $"{name}-{Interlocked.Increment(ref _given)}");
        Directory.CreateDirectory(folder, Passable);
        return folder;
    }

    private static Process StartJanitor(string folder) =>
        Process.Start(new ProcessStartInfo("bash", ["-c", Janitor, "janitor", folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        }) ?? throw new IOException("bash did not start");
}

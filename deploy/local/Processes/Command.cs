using System.ComponentModel;
using System.Diagnostics;

namespace Kommunebro.Local.Processes;

/// <summary>A program that is run to its end.</summary>
/// <param name="ExitCode">Its exit code; 127 when there is no such program.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record Command(int ExitCode, string Output, string Error)
{
    /// <summary>Whether it ended well.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>
    /// Runs a program under an account (null: our own), in a folder, with variables on top of our environment, and
    /// reads all that it writes.
    /// </summary>
    public static async Task<Command> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        string? account = null,
        string folder = "/",
        IReadOnlyDictionary<string, string?>? environment = null,
        CancellationToken cancellation = default)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            UserName = account,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start) ?? throw new IOException($"{program} did not start");
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new Command(process.ExitCode, await output, await error);
        }
        catch (Win32Exception missing) when (missing.NativeErrorCode == NoSuchFile)
        {
            return new Command(127, "", $"{program} was not found");
        }
    }

    // ENOENT
    private const int NoSuchFile = 2;
}

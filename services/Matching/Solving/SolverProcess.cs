using System.Diagnostics;
using System.Runtime.InteropServices;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Matching.Solving;

/// <summary>Searches in a process of its own, so that a native abort of the outside solver takes nothing else with it.</summary>
public sealed partial class SolverProcess(ILogger<SolverProcess> logger) : ISolver
{
    /// <inheritdoc/>
    public async Task<Outcome> SolveAsync(
        Model model, SolveRequest request, IProgress<SearchProgress>? progress, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartInfo()) ?? throw new SolverCrashedException("The solver's process did not start.");
        Log.Started(logger, process.Id);
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.Run(() => Ask(process, model, request), cancellationToken);
            using (stop.Register(() => TellToStop(process)))
            {
                var outcome = await ReadAsync(process, progress, cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                return outcome ?? throw new SolverCrashedException(
                    $"The solver's process ended with exit code {process.ExitCode} and without a result. {FirstLine(await complaints)}");
            }
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static void Ask(Process process, Model model, SolveRequest request)
    {
        try
        {
            SolverProgram.Ask(process.StandardInput.BaseStream, model, request, Environment.ProcessorCount);
        }
        catch (IOException)
        {
            // It has ended already; what it says, and how, tells why.
        }
    }

    private static void TellToStop(Process process)
    {
        try
        {
            process.StandardInput.BaseStream.WriteByte(SolverProgram.Stop);
            process.StandardInput.BaseStream.Flush();
        }
        catch (IOException)
        {
            // It has just ended.
        }
    }

    private static async Task<Outcome?> ReadAsync(Process process, IProgress<SearchProgress>? progress, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } text)
        {
            var line = SolverLine.Read(text);
            if (line?.Progress is { } told) progress?.Report(told);
            if (line?.Outcome is { } outcome) return outcome.Told();
        }
        return null;
    }

    private static string FirstLine(string complaints) => complaints.TrimStart().Split('\n')[0].Trim();

    private static ProcessStartInfo StartInfo() => new(DotnetHost(), [typeof(SolverProcess).Assembly.Location, SolverProgram.Command])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            // One search uses the memory that the model needs, not what a server would keep for speed; and it ends soon.
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_TieredPGO"] = "0",
        },
    };

    /// <summary>The program that runs this one: dotnet, or the dotnet beside the runtime in use.</summary>
    private static string DotnetHost()
    {
        if (Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet") return path;
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The solver's process {ProcessId} started")]
        public static partial void Started(ILogger logger, int processId);
    }
}

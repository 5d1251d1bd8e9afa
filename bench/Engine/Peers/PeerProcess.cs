using System.Diagnostics;

namespace Kommunebro.Bench.Engine.Peers;

/// <summary>
/// Asks a peer in a process of its own: a solver that aborts takes that one with it, and its memory is measured alone.
/// What it prints beside its answer (HiGHS prints a banner) is passed over.
/// </summary>
internal static class PeerProcess
{
    /// <summary>What the line with the answer begins with.</summary>
    public const string Mark = "peer-answer";

    /// <summary>So many seconds more than it was given, and twice those, may a peer take to build its model and to find its end.</summary>
    private const double Patience = 120;

    /// <summary>The cells of its answer; or one cell that says what became of it.</summary>
    public static async Task<string[]> AskAsync(IReadOnlyList<string> arguments, double seconds)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // Started by "dotnet Kommunebro.Bench.Engine.dll", the program is an argument of dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(2 * seconds + Patience));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(end.Token);
            _ = await process.StandardError.ReadToEndAsync(end.Token);
            var answer = (await output).Split('\n').LastOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal));
            await process.WaitForExitAsync(end.Token);
            return answer is null ? [$"ended with code {process.ExitCode} and no answer"] : answer.Trim().Split(' ')[1..];
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return ["took far too long, and was stopped"];
        }
    }
}

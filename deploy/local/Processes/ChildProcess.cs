using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Kommunebro.Local.Processes;

/// <summary>
/// A program that ends when this process ends, however that happens. A small shell holds a pipe from us:
/// when the pipe closes, because we stop the child or because we were killed, the shell asks the child to
/// end and kills it after half a minute. (Linux' parent death signal would follow the thread that started
/// the child, not the process, and macOS has none.) The child leads its own process group, so that Ctrl-C
/// at the terminal reaches us alone and we decide in which order things stop.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const string Guard = """
        set -m
        end=$1 log=$2
        shift 2
        # The shell's own notices about jobs are not the child's output.
        exec 3>&2 2>/dev/null
        sh -c 'echo $$; if [ -n "$0" ]; then exec >>"$0" 2>&1; fi; exec "$@"' "$log" "$@" </dev/null 2>&3 3>&- &
        child=$!
        exec 3>&-
        trap '' HUP INT TERM
        {
            while read -r signal; do kill -s "$signal" -- "-$child"; done
            kill -s "$end" -- "-$child"
            for _ in {1..300}; do kill -s 0 -- "-$child" || exit; sleep 0.1; done
            kill -s KILL -- "-$child"
        } <&0 >/dev/null &
        reader=$!
        wait "$child"
        code=$?
        kill -s KILL -- "-$reader"
        exit "$code"
        """;

    // A child that nobody refers to any more would be collected, its pipe closed, and so it would be stopped.
    private static readonly ConcurrentDictionary<ChildProcess, bool> Running = new();

    private readonly Process _guard;
    private readonly Task _reading;
    private bool _disposed;

    private ChildProcess(Process guard, int id, Task reading)
    {
        _guard = guard;
        _reading = reading;
        Id = id;
    }

    /// <summary>The child's process id.</summary>
    public int Id { get; }

    /// <summary>True once the child has ended.</summary>
    public bool HasEnded => _guard.HasExited;

    /// <summary>The exit code; 128 plus the number of the signal that ended the child.</summary>
    public int ExitCode => _guard.ExitCode;

    /// <summary>Starts the program.</summary>
    /// <exception cref="IOException">The program could not be started.</exception>
    public static async Task<ChildProcess> StartAsync(ChildProgram program, CancellationToken cancellation = default)
    {
        var shell = Process.Start(StartInfo(program)) ?? throw new IOException("bash did not start");
        var first = await shell.StandardOutput.ReadLineAsync(cancellation);
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw new IOException($"{program.Path} did not start: {await shell.StandardError.ReadToEndAsync(cancellation)}");

        var passing = Task.WhenAll(
            PassAsync(shell.StandardOutput, program.OnOutput), PassAsync(shell.StandardError, program.OnOutput));
        var child = new ChildProcess(shell, id, passing);
        Running[child] = true;
        return child;
    }

    /// <summary>Sends a signal, named as <c>kill -s</c> names it, to the child's process group.</summary>
    public async Task SignalAsync(string signal)
    {
        try
        {
            await _guard.StandardInput.WriteLineAsync(signal);
            await _guard.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // Nobody reads the pipe any more: the child has just ended.
        }
    }

    /// <summary>Completes when the child has ended and its output has been read.</summary>
    public async Task WaitAsync(CancellationToken cancellation = default)
    {
        await _guard.WaitForExitAsync(cancellation);
        await _reading.WaitAsync(cancellation);
    }

    /// <summary>Asks the child to end, by its end signal, and waits until it has; it is killed after half a minute.</summary>
    public async Task StopAsync()
    {
        _guard.StandardInput.Close();
        await WaitAsync();
    }

    /// <summary>Ends the child at once (<c>kill -9</c>) and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        if (!HasEnded) await SignalAsync("KILL");
        await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await StopAsync();
        Running.TryRemove(this, out _);
        _guard.Dispose();
    }

    private static async Task PassAsync(StreamReader output, Action<string> receive)
    {
        while (await output.ReadLineAsync() is { } line)
            receive(line);
    }

    private static ProcessStartInfo StartInfo(ChildProgram program)
    {
        var start = new ProcessStartInfo("bash", ["-c", Guard, "guard", program.EndSignal, program.LogFile ?? "", program.Path, .. program.Arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A folder that every account may enter.
            WorkingDirectory = "/",
            UserName = program.Account,
        };
        foreach (var (name, value) in program.Environment)
            start.Environment[name] = value;
        return start;
    }
}

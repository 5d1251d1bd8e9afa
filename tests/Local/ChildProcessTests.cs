using System.Collections.Concurrent;
using Kommunebro.Local.Processes;

namespace Kommunebro.Tests.Local;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Output_and_exit_code_come_through()
    {
        var lines = new ConcurrentQueue<string>();
        await using var child = await ChildProcess.StartAsync(
            new ChildProgram("sh", "-c", "echo \"$1\"; echo oops >&2; exit 7", "sh", "a b") { OnOutput = lines.Enqueue });

        await child.WaitAsync();

        Assert.Equal(["a b", "oops"], lines.Order(StringComparer.Ordinal));
        Assert.Equal(7, child.ExitCode);
    }

    [Fact]
    public async Task A_child_is_stopped_by_its_signal()
    {
        var ready = new TaskCompletionSource();
        // Not a shell: dash and bash can lose a signal that comes while they start a command.
        const string script = "process.on('SIGINT', () => process.exit(3)); setInterval(() => {}, 1000); console.log('ready')";
        await using var child = await ChildProcess.StartAsync(
            new ChildProgram("node", "-e", script) { EndSignal = "INT", OnOutput = _ => ready.TrySetResult() });
        await ready.Task;

        await child.StopAsync();

        Assert.Equal(3, child.ExitCode);
    }

    [Fact]
    public async Task A_killed_child_is_gone_with_all_that_it_started()
    {
        await using var child = await ChildProcess.StartAsync(new ChildProgram("sh", "-c", "sleep 600 & sleep 600"));

        // The end of the output, for which this waits, comes when the last of them has closed it.
        await child.KillAsync().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(128 + 9, child.ExitCode);
    }

    [Fact]
    public async Task A_child_that_nobody_refers_to_runs_on()
    {
        var ended = false;
        await StartAndForgetAsync();

        // The first collection may still see what the start left on the stack.
        for (var round = 0; round < 10 && !ended; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(50);
        }

        Assert.False(ended);

        async Task StartAndForgetAsync() => await ChildProcess.StartAsync(
            new ChildProgram("sh", "-c", "trap 'echo ended; exit' TERM; while :; do sleep 0.05; done") { OnOutput = _ => ended = true });
    }

    [Fact]
    public async Task A_missing_program_is_told()
    {
        var lines = new ConcurrentQueue<string>();
        await using var child = await ChildProcess.StartAsync(new ChildProgram("/no/such/program") { OnOutput = lines.Enqueue });

        await child.WaitAsync();

        Assert.Equal(127, child.ExitCode);
        Assert.Contains("/no/such/program", Assert.Single(lines), StringComparison.Ordinal);
    }
}

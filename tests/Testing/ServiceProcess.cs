using System.Collections.Concurrent;
using Kommunebro.Local.Processes;

namespace Kommunebro.Testing;

/// <summary>A service as a process of its own. It ends with the test process.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    // On a machine with far more work than cores a start takes longer than a minute.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly ChildProcess _process;
    private readonly ConcurrentQueue<string> _lines;

    private ServiceProcess(ChildProcess process, ConcurrentQueue<string> lines, Uri address)
    {
        _process = process;
        _lines = lines;
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Speaks to the service.</summary>
    public HttpClient Http { get; }

    /// <summary>All that it wrote so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a service and returns when it is ready.</summary>
    /// <param name="assembly">The service's assembly, for example <c>Kommunebro.Registry</c>.</param>
    /// <param name="address">Where the environment tells it to listen for HTTP.</param>
    /// <param name="environment">Variables on top of our own.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready within three minutes; with what it wrote.</exception>
    public static async Task<ServiceProcess> StartAsync(
        string assembly,
        Uri address,
        IReadOnlyDictionary<string, string?> environment,
        IReadOnlyList<string>? arguments = null,
        CancellationToken cancellation = default)
    {
        var output = new ConcurrentQueue<string>();
        var program = new ChildProgram("dotnet", [Assembly(assembly), .. arguments ?? []]) { Environment = environment, OnOutput = output.Enqueue };
        var service = new ServiceProcess(await ChildProcess.StartAsync(program, cancellation), output, address);
        await service.WaitUntilReadyAsync(assembly, cancellation);
        return service;
    }

    /// <summary>Runs one of a service's commands, for example <c>migrate</c>, to its end.</summary>
    public static Task<Command> RunAsync(
        string assembly, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, CancellationToken cancellation = default) =>
        Command.RunAsync("dotnet", [Assembly(assembly), .. arguments], environment: environment, cancellation: cancellation);

    /// <summary>Ends it in order (SIGTERM) and waits until it has ended.</summary>
    public Task StopAsync() => _process.StopAsync();

    /// <summary>Ends it at once (<c>kill -9</c>).</summary>
    public Task KillAsync() => _process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
    }

    private async Task WaitUntilReadyAsync(string assembly, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        while (!await IsReadyAsync(limit.Token))
        {
            if (_process.HasEnded || limit.IsCancellationRequested)
            {
                await DisposeAsync();
                throw new InvalidOperationException($"{assembly} is not ready. It wrote:\n{Output}");
            }

            await Task.Delay(50, cancellation);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("health/ready", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // The services lie beside the tests: the build copies what a project refers to.
    private static string Assembly(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
}

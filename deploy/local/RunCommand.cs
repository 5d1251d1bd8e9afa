using System.Diagnostics;
using Kommunebro.Local.Postgres;
using Kommunebro.Local.Printing;
using Kommunebro.Local.Sample;

namespace Kommunebro.Local;

/// <summary>Starts the platform, loads the example once, runs the matching, and shows who could help whom.</summary>
internal sealed class RunCommand(RunOptions options)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Ports.RefuseTaken(options.Port, count: 3);
        using var data = DataFolder.Open(options.Data);
        await using var postgres = options.Postgres is null ? await StartPostgresAsync(data, cancellationToken) : null;
        await using var platform = new LocalPlatform(data, new Databases(options.Postgres, postgres), options);
        await platform.StartAsync(Tell, cancellationToken);

        using var http = new HttpClient();
        await new SampleLoader(http, platform, data, Tell).LoadAsync(cancellationToken);
        Tell("Matching");
        var plan = await new PlanRequest(http, platform).MakeAsync(options.Language, cancellationToken);
        Tell("The plan stands");
        new PlanPrinter(options.Language).Print(plan);
        if (options.Once)
            return 0;

        Console.WriteLine(Phrases.In(options.Language).Serving(platform));
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Tell("Stopping");
        return 0;
    }

    private async Task<EmbeddedPostgres> StartPostgresAsync(DataFolder data, CancellationToken cancellationToken)
    {
        Tell("Starting PostgreSQL");
        return await EmbeddedPostgres.StartAsync(data, new EmbeddedPostgresOptions { Tell = Tell }, cancellationToken);
    }

    private void Tell(string what) =>
        Console.Error.WriteLine(FormattableString.Invariant($"{_clock.Elapsed.TotalSeconds,5:0.0} s  {what}"));
}

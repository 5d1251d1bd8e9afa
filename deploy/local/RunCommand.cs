using System.Diagnostics;
using Kommunebro.Identity.Keys;
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
        Ports.RefuseTaken(options.Port);
        using var data = DataFolder.Open(options.Data);
        await using var postgres = options.Postgres is null ? await StartPostgresAsync(data, cancellationToken) : null;
        EnsureKeys(data.File("keys"));
        using var sockets = new ServiceSockets(data);
        var secrets = LocalSecrets.Of(data);
        await using var platform = new LocalPlatform(
            new LocalSettings(data, sockets, secrets, options), new Databases(options.Postgres, postgres), options.Origin);
        await platform.StartCoreAsync(Tell, cancellationToken);
        // Everybody hears of the example from its beginning; who comes later for the plan alone needs nobody else.
        if (!options.Once || !SampleState.Read(data).Loaded)
            await platform.StartRestAsync(Tell, cancellationToken);
        var identity = platform.ServicesOf("Identity");
        var (known, coordinator) = await new FirstAccounts(identity, data).EnsureAsync(secrets, cancellationToken);

        using var http = new HttpClient(new OperatorHandler(identity.GetRequiredService<SigningKeys>(), options.Origin, coordinator, sockets));
        await new SampleLoader(http, data, Tell).LoadAsync(cancellationToken);
        Tell("Matching");
        var plan = await new PlanRequest(http).MakeAsync(options.Language, cancellationToken);
        Tell("The plan stands");
        new PlanPrinter(options.Language).Print(plan);
        if (options.Once)
            return 0;

        Console.WriteLine(Phrases.In(options.Language).Serving(new Serving(options.Origin, known, data.File("mail"))));
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Tell("Stopping");
        return 0;
    }

    private static void EnsureKeys(string folder)
    {
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.pem").Length < 2)
            SigningKeys.Create(folder, TimeProvider.System.GetUtcNow());
    }

    private async Task<EmbeddedPostgres> StartPostgresAsync(DataFolder data, CancellationToken cancellationToken)
    {
        Tell("Starting PostgreSQL");
        return await EmbeddedPostgres.StartAsync(data, new EmbeddedPostgresOptions { Tell = Tell }, cancellationToken);
    }

    private void Tell(string what) =>
        Console.Error.WriteLine(FormattableString.Invariant($"{_clock.Elapsed.TotalSeconds,5:0.0} s  {what}"));
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Kommunebro.Local.Processes;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Npgsql;

namespace Kommunebro.Tests.ServiceDefaults.Hosting;

/// <summary>The sample service as a program of its own, as an operator runs it.</summary>
public sealed class ServiceProgramTests
{
    private static readonly string Program = typeof(SampleHost).Assembly.Location;

    [Fact]
    public async Task A_taken_port_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await RefusesAsync($"Sample:Listen:Http is 'http://{taken.LocalEndpoint}', but: Address already in use.", $"--Sample:Listen:Http=http://{taken.LocalEndpoint}");
    }

    [Fact]
    public Task A_missing_setting_is_told_in_one_line() =>
        RefusesAsync("The setting Sample:Listen:Grpc is missing. Set the environment variable Sample__Listen__Grpc.", "--Sample:Listen:Grpc=");

    [Fact]
    public Task A_name_to_listen_on_is_told_in_one_line() =>
        RefusesAsync("Sample:Listen:Http is 'http://localhost:80'. It must name an IP address", "--Sample:Listen:Http=http://localhost:80");

    [Fact]
    public Task A_database_that_does_not_answer_is_told_in_one_line() =>
        RefusesAsync("The database cannot be reached:", $"--Sample:Database=Host=127.0.0.1;Port={FreePort.Next()}");

    [Theory]
    [InlineData("migrate")]
    [InlineData("count")]
    public async Task A_command_tells_in_one_line_too_that_the_database_does_not_answer(string command)
    {
        var ran = await CommandAsync($"Host=127.0.0.1;Port={FreePort.Next()}", command);

        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith("The database cannot be reached:", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Output + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_lacks_migrations_is_told_in_one_line()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync("program");

        await RefusesAsync("The database lacks 2 migration(s).", $"--Sample:Database={database.ConnectionString}");
    }

    [Fact]
    public async Task A_database_that_does_not_know_the_user_is_told_in_one_line()
    {
        var stranger = new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionStringAsync()) { Username = "stranger", Password = "secret" };

        await RefusesAsync("The database does not let this program in:", $"--Sample:Database={stranger.ConnectionString}");
    }

    [Theory]
    [InlineData("help", 0, "Commands:")]
    [InlineData("--help", 0, "Commands:")]
    [InlineData("dance", 2, "There is no command 'dance'. Commands:")]
    public async Task The_commands_are_listed(string word, int exitCode, string first)
    {
        var ran = await RunAsync(word);

        Assert.Equal(exitCode, ran.ExitCode);
        Assert.StartsWith(first, ran.Output, StringComparison.Ordinal);
        Assert.Contains("  greet   NAME   say hello", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  migrate ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_gets_its_arguments_and_gives_the_exit_code()
    {
        Assert.Equal(new Command(0, "Hello, Olena --loud.\n", ""), await RunAsync("greet", "Olena", "--loud"));
        Assert.Equal(2, (await RunAsync("greet")).ExitCode);
    }

    [Fact]
    public async Task Migrating_tells_each_step_and_what_to_do_next()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync("program");

        Assert.Equal(
            new Command(0, "migrate: database tables\nmigrate: done. Start the service without arguments.\n", ""),
            await CommandAsync(database.ConnectionString, "migrate"));
        Assert.Equal(new Command(0, "0 notes\n", ""), await CommandAsync(database.ConnectionString, "count"));
    }

    [Fact]
    public async Task A_background_service_that_fails_ends_the_program_with_a_failure()
    {
        var ran = await RunAsync("--Sample:FailInBackground=true");

        Assert.NotEqual(0, ran.ExitCode);
        Assert.Contains("failed in the background", ran.Output + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_end_it_finishes_what_it_has_begun()
    {
        var output = new ConcurrentQueue<string>();
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        var program = new ChildProgram("dotnet", Program, "sample", $"--Sample:Listen:Http={address}", "--Logging:Format=json") { OnOutput = output.Enqueue };
        await using var process = await ChildProcess.StartAsync(program);
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await Eventually.TrueAsync(() => Task.FromResult(output.Any(line => line.Contains(address, StringComparison.Ordinal))), "it tells where it listens");
        using var bug = await http.GetAsync("/bugs");
        var slow = http.GetStringAsync("/slow");
        await Task.Delay(300);

        await process.SignalAsync("TERM");

        Assert.Equal("slow, but done", await slow);
        await process.WaitAsync();
        Assert.Equal(0, process.ExitCode);
        // And all that it said was JSON, line by line.
        Assert.Contains("Error", output.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("LogLevel").GetString()));
    }

    private static async Task RefusesAsync(string told, params string[] arguments)
    {
        var ran = await RunAsync(arguments);

        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith(told, ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ran.Output + ran.Error, StringComparison.Ordinal);
    }

    private static Task<Command> RunAsync(params string[] arguments) => Command.RunAsync("dotnet", [Program, "sample", .. arguments]);

    private static Task<Command> CommandAsync(string database, string command) => Command.RunAsync(
        "dotnet", [Program, "sample", command], environment: new Dictionary<string, string?> { ["Sample__Database"] = database });
}

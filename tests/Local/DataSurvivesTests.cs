using Kommunebro.Local.Postgres;
using Kommunebro.Local.Processes;
using Kommunebro.Testing;

namespace Kommunebro.Tests.Local;

public sealed class DataSurvivesTests
{
    private readonly string _place = TemporaryFolder.Create("local");

    [Fact]
    public async Task When_the_process_that_runs_the_server_is_killed()
    {
        var (host, connection) = await LocalServerHost.StartAsync(_place);
        await Sql.ExecuteAsync(connection, "create table kept (value int); insert into kept values (7)");
        await host.KillAsync();

        await using var again = await RunningServer.StartAsync(_place, new EmbeddedPostgresOptions());

        Assert.Equal(7, await Sql.ScalarAsync<int>(again.Server.ConnectionString("postgres"), "select value from kept"));
    }

    [Fact]
    public async Task When_the_server_is_killed_as_well_and_a_session_runs_on()
    {
        var (host, connection) = await LocalServerHost.StartAsync(_place);
        await Sql.ExecuteAsync(connection, "create table kept (value int); insert into kept values (7)");
        var busy = Sql.ExecuteAsync(connection, "select count(*) from generate_series(1, 20000000)");
        await Task.Delay(200);
        await KillServerAsync();
        await host.KillAsync();

        await using var again = await RunningServer.StartAsync(_place, new EmbeddedPostgresOptions());

        Assert.Equal(7, await Sql.ScalarAsync<int>(again.Server.ConnectionString("postgres"), "select value from kept"));
        // With its result or without: its server is gone.
        await Task.WhenAny(busy);
    }

    private async Task KillServerAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(_place, "postgres", "postmaster.pid"));
        var kill = await Command.RunAsync("sh", ["-c", "kill -s KILL \"$1\"", "sh", lines[0]]);
        Assert.True(kill.Succeeded, kill.Error);
    }
}

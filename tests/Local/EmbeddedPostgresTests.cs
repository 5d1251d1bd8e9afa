using Kommunebro.Local;
using Kommunebro.Local.Postgres;
using Kommunebro.Local.Processes;
using Kommunebro.Testing;

namespace Kommunebro.Tests.Local;

public sealed class EmbeddedPostgresTests
{
    private readonly string _place = TemporaryFolder.Create("local");

    [Fact]
    public async Task A_second_start_on_a_folder_is_refused_while_the_first_runs()
    {
        var (host, _) = await LocalServerHost.StartAsync(_place);
        await using var running = host;

        var refused = await Assert.ThrowsAsync<UserError>(StartAsync);

        Assert.Contains($"in use by process {host.Id}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_another_major_version_is_refused()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllTextAsync(Path.Combine(_place, "postgres", "PG_VERSION"), "11\n");

        var refused = await Assert.ThrowsAsync<UserError>(StartAsync);

        Assert.Contains("made by PostgreSQL 11", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Install PostgreSQL 11", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_binaries_of_another_major_version_are_refused()
    {
        await using (await StartAsync())
        {
        }

        using var data = DataFolder.Open(_place);
        var options = new EmbeddedPostgresOptions { Binaries = new PostgresBinaries("/nowhere", 99) };
        var refused = await Assert.ThrowsAsync<UserError>(() => EmbeddedPostgres.StartAsync(data, options));

        Assert.Contains("cannot be used with PostgreSQL 99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_has_a_crashed_servers_number_by_chance_is_left_alone()
    {
        await using (await StartAsync())
        {
        }

        var account = ServerAccount.Current().Name;
        await using var bystander = await ChildProcess.StartAsync(new ChildProgram("sleep", "600") { Account = account });
        await File.WriteAllTextAsync(Path.Combine(_place, "postgres", "postmaster.pid"), $"{bystander.Id}\n{_place}/postgres\n");

        await using var again = await StartAsync();

        Assert.Equal(1, await Sql.ScalarAsync<int>(again.Server.ConnectionString("postgres"), "select 1"));
        Assert.False(bystander.HasEnded);
    }

    [Fact]
    public async Task A_first_start_that_was_killed_half_way_can_be_repeated()
    {
        DataFolder.Open(_place).Dispose();
        Directory.CreateDirectory(Path.Combine(_place, "postgres.new", "base"));

        await using var started = await StartAsync();

        Assert.False(Directory.Exists(Path.Combine(_place, "postgres.new")));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_does_no_harm()
    {
        await using var started = await StartAsync(Path.Combine(_place, new string('x', 120)));

        Assert.Equal(1, await Sql.ScalarAsync<int>(started.Server.ConnectionString("postgres"), "select 1"));
    }

    [Fact]
    public async Task Only_the_servers_account_can_connect_and_nobody_over_the_network()
    {
        await using var started = await StartAsync();

        var mode = File.GetUnixFileMode(Path.Combine(_place, "socket"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);
        Assert.Equal("", await Sql.ScalarAsync<string>(started.Server.ConnectionString("postgres"), "show listen_addresses"));
    }

    [Fact]
    public async Task Both_alphabets_are_sorted_as_people_expect()
    {
        await using var started = await StartAsync();

        var sorted = await Sql.ScalarAsync<string>(
            started.Server.ConnectionString("postgres"),
            "select string_agg(name, ' ' order by name) from unnest(array['б', 'Zz', 'В', 'a', 'А', 'B']) name");

        Assert.Equal("a B Zz А б В", sorted);
    }

    [Fact]
    public async Task A_folder_that_the_server_cannot_reach_is_refused_with_advice()
    {
        // Root itself passes everywhere, its server does not; for others, the folder is closed to themselves.
        File.SetUnixFileMode(_place, Environment.IsPrivilegedProcess ? UnixFileMode.UserExecute : UnixFileMode.None);

        var refused = await Assert.ThrowsAsync<UserError>(() => StartAsync(Path.Combine(_place, "inner")));

        File.SetUnixFileMode(_place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    private Task<RunningServer> StartAsync() => StartAsync(_place);

    private static Task<RunningServer> StartAsync(string folder) => RunningServer.StartAsync(folder, new EmbeddedPostgresOptions());
}

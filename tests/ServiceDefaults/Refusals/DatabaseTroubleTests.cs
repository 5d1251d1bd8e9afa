using System.Net;
using Google.Rpc;
using Grpc.Core;
using Kommunebro.Testing;
using Kommunebro.Tests.ServiceDefaults.Data;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.Logging;

namespace Kommunebro.Tests.ServiceDefaults.Refusals;

/// <summary>A database that gives up in the middle of a save: nothing is stored, the caller hears what to do, and no bug is logged.</summary>
public sealed class DatabaseTroubleTests : IAsyncLifetime
{
    private const string DiskFull = "raise exception 'could not extend file' using errcode = '53100'";
    private const string ConnectionEnded = "perform pg_terminate_backend(pg_backend_pid())";

    private TestDatabase _database = null!;
    private DatabaseLine _line = null!;
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await SampleDatabase.Migrated.CloneAsync();
        _line = new DatabaseLine(_database.ConnectionString);
        var settings = (await TestIssuer.GetAsync()).SettingsFor("Sample");
        settings["Sample:Database"] = _line.ConnectionString;
        _host = await RunningHost.StartAsync(settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _line.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(DiskFull, "immediate", "disk_full")]
    [InlineData(DiskFull, "deferred", "disk_full")]
    [InlineData(ConnectionEnded, "immediate", "temporarily_unavailable")]
    [InlineData(ConnectionEnded, "deferred", "temporarily_unavailable")]
    public async Task Whether_a_row_or_the_commit_fails_the_save_is_undone_and_the_next_one_works(string trouble, string when, string code)
    {
        await BreakAsync(trouble, when);

        using var failed = await _host.Http.PostAsync("/notes?text=pump", null);

        Assert.Equal(code, (await ToldProblem.ReadAsync(failed, HttpStatusCode.ServiceUnavailable)).Code);
        Assert.NotNull(failed.Headers.RetryAfter);
        Assert.All(_host.Logs.Warnings, log => Assert.Equal((LogLevel.Warning, null), (log.Level, log.Error)));
        await AssertNextTryWorksAsync();
    }

    [Fact]
    public async Task A_line_that_is_cut_in_the_middle_of_a_save_is_told_as_one_to_try_again()
    {
        await BreakAsync("perform pg_sleep(60)", "immediate");
        var saving = _host.Http.PostAsync("/notes?text=pump", null);
        await Eventually.TrueAsync(
            () => _database.ScalarAsync<bool>("select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')"),
            "the save is under way");

        _line.Cut();

        using var failed = await saving;
        Assert.Equal("temporarily_unavailable", (await ToldProblem.ReadAsync(failed, HttpStatusCode.ServiceUnavailable)).Code);
        _line.Mend();
        await _database.ScalarAsync<bool>("select bool_or(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'");
        await AssertNextTryWorksAsync();
    }

    [Theory]
    [InlineData(DiskFull, "disk_full")]
    [InlineData(ConnectionEnded, "temporarily_unavailable")]
    public async Task Grpc_tells_the_same(string trouble, string code)
    {
        await BreakAsync(trouble, "immediate");
        await using var caller = await EchoCaller.CreateAsync(_host.Addresses.Grpc);

        var error = await Assert.ThrowsAsync<RpcException>(() => caller.SayAsync("note"));

        Assert.Equal((StatusCode.Unavailable, code), (error.StatusCode, error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason));
        Assert.Equal(0, await NotesAsync());
    }

    /// <summary>Lets each save meet <paramref name="trouble"/>, once its note has been written.</summary>
    private Task<int> BreakAsync(string trouble, string when) => _database.ScalarAsync<int>(
        $"""
        create function trouble() returns trigger language plpgsql as $$ begin {trouble}; return null; end $$;
        create constraint trigger trouble after insert on notes deferrable initially {when} for each row execute function trouble();
        """);

    private async Task AssertNextTryWorksAsync()
    {
        Assert.Equal(0, await NotesAsync());
        await _database.ScalarAsync<int>("drop function trouble cascade");
        using var next = await _host.Http.PostAsync("/notes?text=pump", null);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal(1, await NotesAsync());
    }

    private Task<long> NotesAsync() => _database.ScalarAsync<long>("select count(*) from notes");
}

using System.Net;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Tests.ServiceDefaults.Idempotency;

public sealed class IdempotencyFailureTests : IAsyncLifetime
{
    private ThingsService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ThingsService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_failure_undoes_what_was_saved_and_the_next_try_runs()
    {
        _service.Interlude.RunAsync = (_, _) => throw new InvalidOperationException("a bug");
        using var failed = await _service.PostAsync("k1");
        await ToldProblem.ReadAsync(failed, HttpStatusCode.InternalServerError);
        await AssertNothingIsLeftAsync();

        await AssertNextTryRunsAsync();
    }

    [Fact]
    public async Task A_refusal_undoes_what_was_saved_and_is_not_stored()
    {
        _service.Interlude.RunAsync = (_, _) => throw new Refusal(RefusalKind.Conflict, "not_today", "Not today.");
        using var refused = await _service.PostAsync("k1");
        Assert.Equal("not_today", (await ToldProblem.ReadAsync(refused, HttpStatusCode.Conflict)).Code);
        await AssertNothingIsLeftAsync();

        await AssertNextTryRunsAsync();
    }

    [Fact]
    public async Task A_refusal_that_is_returned_undoes_what_was_saved_and_is_told_as_without_a_key()
    {
        using var refused = await _service.PostAsync("k1", path: "/things/returned-refusal");

        Assert.Equal("not_found", (await ToldProblem.ReadAsync(refused, HttpStatusCode.NotFound)).Code);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_not_stored()
    {
        using var refused = await _service.PostAsync("k1", "{");

        Assert.Equal("malformed_json", (await ToldProblem.ReadAsync(refused, HttpStatusCode.BadRequest)).Code);
        await AssertNothingIsLeftAsync();
        await AssertNextTryRunsAsync();
    }

    [Fact]
    public async Task A_lost_connection_undoes_everything_and_the_next_try_runs()
    {
        _service.Interlude.RunAsync = async (_, cancellationToken) => await _service.Database.ScalarAsync<bool>(
            """
            select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'
            """,
            cancellationToken);

        using var failed = await _service.PostAsync("k1");

        await ToldProblem.ReadAsync(failed, HttpStatusCode.ServiceUnavailable);
        await AssertNothingIsLeftAsync();
        await AssertNextTryRunsAsync();
    }

    [Fact]
    public async Task Nothing_of_the_answer_leaves_when_the_commit_fails()
    {
        // A deferred key is looked at by the commit.
        _service.Interlude.RunAsync = async (db, cancellationToken) => await db.Database.ExecuteSqlAsync(
            $"""
            create temp table parent (id int primary key);
            create temp table child (id int references parent deferrable initially deferred);
            insert into child values (1);
            """,
            cancellationToken);

        using var failed = await _service.PostAsync("k1");

        await ToldProblem.ReadAsync(failed, HttpStatusCode.InternalServerError);
        Assert.Null(failed.Headers.Location);
        Assert.Null(failed.Headers.ETag);
        await AssertNothingIsLeftAsync();
        await AssertNextTryRunsAsync();
    }

    [Fact]
    public async Task A_handler_may_ask_on_after_a_save_that_broke_a_unique_key()
    {
        const string body = """{ "name": "pump", "slug": "p" }""";
        using var first = await _service.PostAsync("k1", body);

        using var second = await _service.PostAsync("k2", body);

        var problem = await ToldProblem.ReadAsync(second, HttpStatusCode.Conflict);
        Assert.Equal("thing_exists", problem.Code);
        Assert.Equal("pump", problem.Detail);
        Assert.Equal(1, await _service.KeysAsync());
    }

    [Fact]
    public async Task What_the_handler_left_unsaved_is_not_saved_with_the_answer()
    {
        _service.Interlude.RunAsync = (db, _) =>
        {
            db.Add(new Thing { Name = "unsaved" });
            return Task.CompletedTask;
        };

        using var answer = await _service.PostAsync("k1");

        await Repeated.FirstAsync(answer);
        Assert.Equal(1, await _service.ThingsAsync());
        Assert.Equal(1, await _service.KeysAsync());
    }

    private async Task AssertNothingIsLeftAsync()
    {
        Assert.Equal(0, await _service.ThingsAsync());
        Assert.Equal(0, await _service.KeysAsync());
    }

    private async Task AssertNextTryRunsAsync()
    {
        _service.Interlude.RunAsync = (_, _) => Task.CompletedTask;
        using var next = await _service.PostAsync("k1");
        await Repeated.FirstAsync(next);
        Assert.Equal(1, await _service.ThingsAsync());
        using var repeated = await _service.PostAsync("k1");
        await Repeated.AssertSameAsync(next, repeated);
    }
}

using System.Diagnostics;
using System.Net;
using Kommunebro.Tests.ServiceDefaults.Data;
using Kommunebro.Tests.ServiceDefaults.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kommunebro.Tests.ServiceDefaults.Audit;

public sealed class AuditTests
{
    [Fact]
    public async Task A_change_is_noted_with_actor_time_state_and_trace()
    {
        await using var database = await SampleDatabase.Migrated.CloneAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        await using var host = await RunningHost.StartAsync(
            SampleDatabase.Settings(database.ConnectionString), services => services.AddSingleton<TimeProvider>(clock));
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/notes?text=Вода&who=olena");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        using var answer = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            $"2026-11-23 10:00:00|olena|-|note.write|note|n1|-|{{\"kind\": \"water_supply\", \"firstText\": \"Вода\"}}|{trace}",
            await database.ScalarAsync<string>(
                """
                select concat_ws('|', at at time zone 'utc', who, coalesce(on_behalf_of, '-'), action, subject_type, subject_id,
                    coalesce(before::text, '-'), after::text, trace_id)
                from audit
                """));
    }

    [Fact]
    public async Task Without_an_actor_it_was_somebody_unknown()
    {
        await using var database = await SampleDatabase.Migrated.CloneAsync();
        await using var host = await RunningHost.StartAsync(SampleDatabase.Settings(database.ConnectionString));

        using var first = await host.Http.PostAsync("/notes?text=a&who=olena", null);
        using var second = await host.Http.PostAsync("/notes?text=b", null);

        Assert.Equal("olena,anonymous", await database.ScalarAsync<string>("select string_agg(who, ',' order by id) from audit"));
    }

    [Fact]
    public async Task A_change_that_is_not_stored_is_not_noted()
    {
        await using var database = await SampleDatabase.Migrated.CloneAsync();
        await using var host = await RunningHost.StartAsync(SampleDatabase.Settings(database.ConnectionString));

        using var answer = await host.Http.PostAsync($"/notes?text={new string('a', 101)}", null);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(0L, await database.ScalarAsync<long>("select count(*) from audit"));
    }

    [Fact]
    public async Task A_text_that_PostgreSQL_cannot_store_is_refused()
    {
        await using var database = await SampleDatabase.Migrated.CloneAsync();
        await using var host = await RunningHost.StartAsync(SampleDatabase.Settings(database.ConnectionString));

        using var answer = await host.Http.PostAsync("/notes?text=a%00b", null);

        Assert.Equal("unstorable_text", (await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest)).Code);
    }
}

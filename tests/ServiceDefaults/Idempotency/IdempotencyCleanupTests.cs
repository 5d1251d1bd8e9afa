using Kommunebro.Testing;

namespace Kommunebro.Tests.ServiceDefaults.Idempotency;

public sealed class IdempotencyCleanupTests
{
    [Fact]
    public async Task An_answer_is_forgotten_after_seven_days_and_not_before()
    {
        await using var service = await ThingsService.StartAsync();
        using var old = await service.PostAsync("old");
        service.Clock.Advance(TimeSpan.FromHours(1));
        using var young = await service.PostAsync("young");

        service.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await UntilKeysAsync(service, 1);

        using var repeated = await service.PostAsync("young");
        await Repeated.AssertSameAsync(young, repeated);
        using var anew = await service.PostAsync("old");
        await Repeated.FirstAsync(anew);
        Assert.Equal(3, await service.ThingsAsync());
    }

    [Fact]
    public async Task The_start_forgets_more_than_one_batch_of_old_answers()
    {
        await using var service = await ThingsService.StartAsync(AddAnswersAsync);

        await UntilKeysAsync(service, 10);

        Assert.Equal(10, await service.Database.ScalarAsync<long>("select count(*) from idempotency_keys where key like 'young%'"));
    }

    private static async Task AddAnswersAsync(TestDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var insert = connection.CreateCommand();
        // The service's clock shows 2026-11-02 09:00.
        insert.CommandText =
            """
            insert into idempotency_keys (client, key, path, body_hash, status, body, stored_at)
            select 'anonymous', 'old' || n, '/things', ''::bytea, 201, ''::bytea, timestamptz '2026-10-26 08:59:59Z' - n * interval '1 minute'
            from generate_series(1, 2500) n
            union all
            select 'anonymous', 'young' || n, '/things', ''::bytea, 201, ''::bytea, timestamptz '2026-10-26 09:00:00Z' + n * interval '1 minute'
            from generate_series(1, 10) n
            """;
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>The cleanup runs beside the test.</summary>
    private static async Task UntilKeysAsync(ThingsService service, long count)
    {
        await Eventually.TrueAsync(async () => await service.KeysAsync() <= count, $"{count} answers are left");
        Assert.Equal(count, await service.KeysAsync());
    }
}

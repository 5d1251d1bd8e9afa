using System.Net;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Idempotency;

public sealed class IdempotencyKeyTests : IAsyncLifetime
{
    private ThingsService _service = null!;

    public static TheoryData<string> GoodKeys => ["!", "~", "\"0199-quoted\"", "a,b", new string('k', 100)];

    public static TheoryData<string> BadKeys => ["", "two words", "tab\tbed", "blåbær", "ключ", new string('k', 101)];

    public async ValueTask InitializeAsync() => _service = await ThingsService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [MemberData(nameof(GoodKeys))]
    public async Task A_key_of_1_to_100_visible_ASCII_characters_is_taken(string key)
    {
        using var first = await _service.PostAsync(key);
        using var second = await _service.PostAsync(key);

        await Repeated.FirstAsync(first);
        await Repeated.AssertSameAsync(first, second);
        Assert.Equal(key, await _service.Database.ScalarAsync<string>("select key from idempotency_keys"));
    }

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task Another_key_is_refused_and_nothing_is_done(string key)
    {
        using var answer = await _service.PostAsync(key);

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("invalid_idempotency_key", problem.Code);
        Assert.Equal("Idempotency-Key", Assert.Single(problem.Errors).Field);
        Assert.Equal(0, await _service.ThingsAsync());
    }

    [Fact]
    public async Task Two_keys_in_one_request_are_refused()
    {
        using var content = new StringContent(ThingsService.Body);
        content.Headers.TryAddWithoutValidation("Idempotency-Key", "second");

        using var answer = await _service.SendAsync("first", content);

        Assert.Equal("invalid_idempotency_key", (await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest)).Code);
        Assert.Equal(0, await _service.ThingsAsync());
    }
}

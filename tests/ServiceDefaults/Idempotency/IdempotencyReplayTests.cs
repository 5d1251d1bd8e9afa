using System.Net;
using System.Text;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Idempotency;

public sealed class IdempotencyReplayTests : IAsyncLifetime
{
    private ThingsService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ThingsService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task The_same_request_makes_one_thing_and_gets_the_same_answer()
    {
        using var first = await _service.PostAsync("k1");
        using var second = await _service.PostAsync("k1");

        Assert.Contains("pump", await Repeated.FirstAsync(first), StringComparison.Ordinal);
        Assert.NotNull(first.Headers.Location);
        Assert.Equal("\"1\"", first.Headers.ETag?.Tag);
        await Repeated.AssertSameAsync(first, second);
        Assert.Equal(1, await _service.ThingsAsync());
        Assert.Equal(1, await _service.KeysAsync());
    }

    [Theory]
    [InlineData("created", HttpStatusCode.Created, true)]
    [InlineData("accepted", HttpStatusCode.Accepted, true)]
    [InlineData("ok", HttpStatusCode.OK, false)]
    [InlineData("plain", HttpStatusCode.OK, false)]
    public async Task Every_kind_of_answer_is_repeated(string kind, HttpStatusCode status, bool located)
    {
        using var first = await _service.PostAsync("k1", path: $"/things/{kind}");
        using var second = await _service.PostAsync("k1", path: $"/things/{kind}");

        Assert.Contains("pump", await Repeated.FirstAsync(first, status), StringComparison.Ordinal);
        Assert.Equal(located, first.Headers.Location is not null);
        await Repeated.AssertSameAsync(first, second);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_repeated()
    {
        using var first = await _service.PostAsync("k1", "", "/things/nothing");
        using var second = await _service.PostAsync("k1", "", "/things/nothing");

        Assert.Empty(await Repeated.FirstAsync(first, HttpStatusCode.NoContent));
        await Repeated.AssertSameAsync(first, second);
    }

    [Fact]
    public async Task Without_a_key_every_request_makes_a_thing_and_nothing_is_stored()
    {
        using var first = await _service.PostAsync(null);
        using var second = await _service.PostAsync(null);

        Assert.NotEqual(await Repeated.FirstAsync(first), await Repeated.FirstAsync(second));
        Assert.Equal(2, await _service.ThingsAsync());
        Assert.Equal(0, await _service.KeysAsync());
    }

    [Theory]
    [InlineData("/things", """{ "name": "pipe" }""")]
    [InlineData("/things", """{"name":"pump"}""")]
    [InlineData("/things/ok", ThingsService.Body)]
    [InlineData("/things?draft=true", ThingsService.Body)]
    public async Task A_key_is_not_good_for_another_body_or_path(string path, string body)
    {
        using var first = await _service.PostAsync("k1");
        using var other = await _service.PostAsync("k1", body, path);

        var problem = await ToldProblem.ReadAsync(other, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("idempotency_key_reused", problem.Code);
        Assert.Equal("Idempotency-Key", Assert.Single(problem.Errors).Field);
        Assert.Equal(1, await _service.ThingsAsync());
        using var again = await _service.PostAsync("k1");
        await Repeated.AssertSameAsync(first, again);
    }

    [Fact]
    public async Task Two_clients_may_choose_the_same_key()
    {
        using var mine = await _service.PostAsync("k1", client: "first");
        using var theirs = await _service.PostAsync("k1", client: "second");
        using var again = await _service.PostAsync("k1", client: "second");

        Assert.NotEqual(await Repeated.FirstAsync(mine), await Repeated.FirstAsync(theirs));
        await Repeated.AssertSameAsync(theirs, again);
        Assert.Equal(2, await _service.ThingsAsync());
    }

    [Fact]
    public async Task A_body_that_comes_in_chunks_is_the_same_as_one_at_once()
    {
        using var chunks = new ChunkedBody(ThingsService.Body);

        using var first = await _service.SendAsync("k1", chunks);
        using var second = await _service.PostAsync("k1");

        await Repeated.FirstAsync(first);
        await Repeated.AssertSameAsync(first, second);
    }

    [Fact]
    public async Task A_body_of_the_largest_size_is_taken()
    {
        var body = $$"""{ "name": "{{new string('x', (1024 * 1024) - 14)}}" }""";
        Assert.Equal(1024 * 1024, body.Length);

        using var first = await _service.PostAsync("k1", body);
        using var second = await _service.PostAsync("k1", body);

        await Repeated.FirstAsync(first);
        await Repeated.AssertSameAsync(first, second);
    }

    [Fact]
    public async Task A_larger_body_is_refused_as_without_a_key()
    {
        using var answer = await _service.PostAsync("k1", $$"""{ "name": "{{new string('x', 1024 * 1024)}}" }""");

        Assert.Equal("body_too_large", (await ToldProblem.ReadAsync(answer, HttpStatusCode.RequestEntityTooLarge)).Code);
    }

    /// <summary>Tells no length, so that it travels in chunks.</summary>
    private sealed class ChunkedBody(string text) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var part in Encoding.UTF8.GetBytes(text).Chunk(5))
            {
                await stream.WriteAsync(part);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

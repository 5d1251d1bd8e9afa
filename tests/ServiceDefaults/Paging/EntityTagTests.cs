using System.Net;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Paging;

/// <summary>The sample is in version 3.</summary>
public sealed class EntityTagTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly RunningHost _host = shared.Host;

    [Fact]
    public async Task The_tag_that_was_told_is_taken_back()
    {
        using var read = await _host.Http.GetAsync("/versions");
        Assert.Equal("\"3\"", read.Headers.ETag?.ToString());

        using var answer = await PutAsync(read.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_change_must_say_which_version_was_seen()
    {
        using var answer = await PutAsync();

        Assert.Equal("version_required", (await ToldProblem.ReadAsync(answer, HttpStatusCode.PreconditionRequired)).Code);
    }

    [Theory]
    [InlineData("\"2\"")]
    [InlineData("\"4\"")]
    [InlineData("\"9223372036854775807\"")]
    public async Task Another_version_than_the_current_is_a_mismatch(string tag)
    {
        using var answer = await PutAsync(tag);

        Assert.Equal("version_mismatch", (await ToldProblem.ReadAsync(answer, HttpStatusCode.PreconditionFailed)).Code);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\"3")]
    [InlineData("\"three\"")]
    [InlineData("\"-3\"")]
    [InlineData("\"+3\"")]
    [InlineData("\" 3\"")]
    [InlineData("\"3.0\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("W/\"3\"")]
    [InlineData("*")]
    [InlineData("\"3\", \"4\"")]
    [InlineData("\"3\"", "\"4\"")]
    public async Task What_is_not_one_of_our_tags_is_refused(params string[] tags)
    {
        using var answer = await PutAsync(tags);

        Assert.Equal("invalid_if_match", (await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest)).Code);
    }

    private async Task<HttpResponseMessage> PutAsync(params string[] tags)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/versions");
        foreach (var tag in tags)
            Assert.True(request.Headers.TryAddWithoutValidation("If-Match", tag));
        return await _host.Http.SendAsync(request);
    }
}

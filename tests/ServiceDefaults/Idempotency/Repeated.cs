using System.Net;

namespace Kommunebro.Tests.ServiceDefaults.Idempotency;

/// <summary>Compares an answer with its repetition.</summary>
internal static class Repeated
{
    public static bool IsReplayed(this HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Idempotency-Replayed", out var values) && values.Single() == "true";

    /// <summary>The body of an answer that a handler gave just now.</summary>
    public static async Task<string> FirstAsync(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.Created)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {body}");
        Assert.False(answer.IsReplayed());
        return body;
    }

    /// <summary>Makes sure that <paramref name="second"/> says all that <paramref name="first"/> said, and that it is a repetition.</summary>
    public static async Task AssertSameAsync(HttpResponseMessage first, HttpResponseMessage second)
    {
        Assert.True(second.IsReplayed());
        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }
}

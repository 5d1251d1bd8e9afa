using System.Net;
using System.Net.Http.Headers;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Access;

/// <summary>Asks a sample service with a token.</summary>
internal static class Asking
{
    public static async Task<HttpResponseMessage> AskAsync(
        this RunningHost host, string? token, string path = "/things", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await host.Http.SendAsync(request);
    }

    /// <summary>Who the service says that the caller is; fails unless it answers.</summary>
    public static async Task<string> WhoAsync(this RunningHost host, string? token, string path = "/things", HttpMethod? method = null)
    {
        using var answer = await host.AskAsync(token, path, method);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode}: {text}");
        return text;
    }

    /// <summary>The code with which the service refuses; fails unless it refuses by this status.</summary>
    public static async Task<string> RefusedAsync(this RunningHost host, string? token, HttpStatusCode status, string path = "/things")
    {
        using var answer = await host.AskAsync(token, path);
        return (await ToldProblem.ReadAsync(answer, status)).Code;
    }
}

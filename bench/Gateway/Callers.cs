using System.Net.Http.Headers;

namespace Kommunebro.Bench.Gateway;

/// <summary>Callers on connections of their own, each with its next request as soon as it has its answer.</summary>
internal static class Callers
{
    private const string Path = "api/v1/needs?limit=50";

    /// <summary>Asks for <paramref name="time"/>.</summary>
    /// <returns>How many answers came.</returns>
    /// <exception cref="HttpRequestException">One was no success.</exception>
    public static async Task<long> AskAsync(Uri address, int connections, TimeSpan time, IReadOnlyList<string> tokens)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        using var http = new HttpClient(handler) { BaseAddress = address };
        http.DefaultRequestHeaders.Host = new Uri(BenchToken.Issuer).Authority;
        using var end = new CancellationTokenSource(time);
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(i => CallAsync(http, tokens[i % tokens.Count], end.Token)));
        return counts.Sum();
    }

    private static async Task<long> CallAsync(HttpClient http, string token, CancellationToken end)
    {
        var answers = 0L;
        for (; !end.IsCancellationRequested; answers++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await http.SendAsync(request, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null, CancellationToken.None);
        }

        return answers;
    }
}

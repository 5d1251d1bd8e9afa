using System.Net;
using System.Text.Json.Nodes;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>
/// A token as a client holds it: shown with many requests, and asked for anew long before it ends. Each minute, so that also a short
/// run renews it while identity is restarted.
/// </summary>
/// <param name="ask">Gets another one of the same caller; throws <see cref="HttpRequestException"/> when nobody can give one now.</param>
internal sealed class LivingToken(Func<Task<string>> ask) : IDisposable
{
    private static readonly TimeSpan Used = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private string _token = "";
    private DateTimeOffset _until;
    private int _renewed = -1;

    /// <summary>How often it was renewed.</summary>
    public int Renewed => Math.Max(_renewed, 0);

    /// <summary>That of a partner's client, by its credentials.</summary>
    public static LivingToken OfClient(Uri origin, string id, string secret) => new(() => AskAsync(origin, id, secret));

    /// <summary>That of one person.</summary>
    public static LivingToken OfStaff(StaffTokens tokens, string role)
    {
        var person = Guid.CreateVersion7();
        return new(() => Task.FromResult(tokens.OfPerson(person, role)));
    }

    /// <summary>The one to show now.</summary>
    public async Task<string> NowAsync()
    {
        await _one.WaitAsync();
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            if (now >= _until)
                (_token, _until, _renewed) = (await ask(), now + Used, _renewed + 1);
            return _token;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static async Task<string> AskAsync(Uri origin, string id, string secret)
    {
        using var http = new HttpClient { BaseAddress = origin };
        using var credentials = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret,
        });
        using var answer = await http.PostAsync(new Uri("connect/token", UriKind.Relative), credentials);
        if (answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
            throw new HttpRequestException("Identity is away.");
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? (string)JsonNode.Parse(text)!["access_token"]!
            : throw new InvalidOperationException($"A client that renews its token is told {(int)answer.StatusCode} {text}");
    }
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// The access token with which this service asks others: by client credentials ("X:Access:ClientId",
/// "X:Access:ClientSecret"), kept until shortly before its end.
/// </summary>
public sealed class ServiceToken(IdentityBackchannel identity, ServiceIdentity service, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new(identity.CreateHandler()) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly SemaphoreSlim _asking = new(1);
    private (string Token, DateTimeOffset Until) _held;

    /// <summary>The token.</summary>
    /// <exception cref="HttpRequestException">identity is away or refuses.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_held.Until > clock.GetUtcNow())
            return _held.Token;
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_held.Until <= clock.GetUtcNow())
                _held = await AskAsync(cancellationToken);
            return _held.Token;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _http.Dispose();
        _asking.Dispose();
    }

    private async Task<(string Token, DateTimeOffset Until)> AskAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(identity.Issuer, "connect/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = service.Require("Access:ClientId"),
                ["client_secret"] = service.Require("Access:ClientSecret"),
            }),
        };
        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken)
            ?? throw new HttpRequestException("identity answered nothing.");
        return (answer.AccessToken, clock.GetUtcNow().AddSeconds(answer.ExpiresIn) - Margin);
    }

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}

/// <summary>Puts this service's token on each request.</summary>
internal sealed class ServiceTokenHandler(ServiceToken token) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}

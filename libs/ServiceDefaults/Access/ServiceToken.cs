using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Grpc.Core;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// The access token with which this service asks others: by client credentials ("X:Access:ClientId",
/// "X:Access:ClientSecret"), kept for nine tenths of its life.
/// </summary>
public sealed class ServiceToken : IDisposable
{
    private const double Kept = 0.9;

    private readonly IdentityBackchannel _identity;
    private readonly ServiceIdentity _service;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly SingleFlight<Held> _asking;
    private volatile Held? _held;

    /// <summary>Asks nobody yet.</summary>
    public ServiceToken(IdentityBackchannel identity, ServiceIdentity service, TimeProvider clock)
    {
        _identity = identity;
        _service = service;
        _clock = clock;
        _http = new HttpClient(identity.CreateHandler()) { Timeout = TimeSpan.FromSeconds(5) };
        _asking = new SingleFlight<Held>(AskAsync);
    }

    /// <summary>The token.</summary>
    /// <exception cref="RpcException">Unavailable: identity is away or refuses; like a call to a service that is away, it is worth another try.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken) =>
        _held is { } held && held.Until > _clock.GetUtcNow() ? held.Token : (await _asking.AskAsync(cancellationToken)).Token;

    /// <summary>Says that <paramref name="token"/> was not accepted: the next caller gets a new one.</summary>
    public void Drop(string token)
    {
        if (_held?.Token == token)
            _held = null;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<Held> AskAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_identity.Issuer, "connect/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = _service.Require("Access:ClientId"),
                ["client_secret"] = _service.Require("Access:ClientSecret"),
            }),
        };
        try
        {
            using var response = await _http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<Answer>() ?? throw new HttpRequestException("It answered nothing.");
            return _held = new Held(answer.AccessToken, _clock.GetUtcNow().AddSeconds(answer.ExpiresIn * Kept));
        }
        catch (Exception error) when (error is not SettingException)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, $"Identity gives this service no token: {error.Message}", error));
        }
    }

    private sealed record Held(string Token, DateTimeOffset Until);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}

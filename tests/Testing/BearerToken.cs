using System.Net.Http.Headers;

namespace Kommunebro.Testing;

/// <summary>Puts a token on each request that goes through it.</summary>
/// <param name="token">The access token; null sends none.</param>
public sealed class BearerToken(string? token) : DelegatingHandler(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) })
{
    /// <summary>A client of the service at <paramref name="address"/> that carries <paramref name="token"/>.</summary>
    public static HttpClient ClientOf(string address, string? token) => new(new BearerToken(token)) { BaseAddress = new Uri(address) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token is not null)
            request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}

using System.Net;
using System.Net.Http.Headers;

namespace Kommunebro.ServiceDefaults;

/// <summary>Puts this service's token on each request.</summary>
internal sealed class ServiceTokenHandler(ServiceToken tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        // Identity may have been given new keys before the token's time was over.
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            tokens.Drop(token);
        return response;
    }
}

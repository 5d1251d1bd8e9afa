using System.Net.Http.Headers;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Admin.Asking;

/// <summary>Calls for a person who has an answer link and no account: with admin's own token, in that person's language.</summary>
internal sealed class AnonymousCall(ServiceToken token, IHttpContextAccessor accessor) : DelegatingHandler
{
    /// <summary>The name of the client that calls so.</summary>
    public const string Client = "for-link-holders";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken));
        if (accessor.HttpContext is { } context)
            UserCall.Speak(request, context);
        return await base.SendAsync(request, cancellationToken);
    }
}

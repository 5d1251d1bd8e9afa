using System.Net.Http.Headers;
using Kommunebro.Admin.Reading;
using Kommunebro.Admin.SignIn;
using Microsoft.AspNetCore.Authentication;

namespace Kommunebro.Admin.Asking;

/// <summary>Puts the signed-in person's token and language on each call: the services judge the person, not admin.</summary>
internal sealed class UserCall(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("Nobody asked for this call.");
        // Without a token the service answers Unauthenticated, which the page tells.
        if (await context.GetTokenAsync(SigningIn.Session, StaffTokens.AccessToken) is { Length: > 0 } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Speak(request, context);
        return await base.SendAsync(request, cancellationToken);
    }

    internal static void Speak(HttpRequestMessage request, HttpContext context) => request.Headers.AcceptLanguage.Add(
        new StringWithQualityHeaderValue(context.RequestServices.GetRequiredService<Reader>().Language));
}

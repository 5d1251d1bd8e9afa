using System.Net;
using System.Text.Json.Serialization;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Kommunebro.Admin.SignIn;

/// <summary>Fetches a new access token before the old one ends, so that a person works for hours with tokens of minutes.</summary>
internal sealed partial class TokenRefresh(
    IdentityBackchannel identity, ServiceIdentity service, TimeProvider clock, ILogger<TokenRefresh> logger) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new(identity.CreateHandler()) { Timeout = TimeSpan.FromSeconds(5) };

    // A page asks for its parts at once: one of them fetches, the others take what it got.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Looks at the session of a request; ends it when identity takes it back.</summary>
    public async Task LookAsync(CookieValidatePrincipalContext context, SessionStore store)
    {
        if (!IsDue(context.Properties) || context.Properties.Items.TryGetValue(SessionStore.KeyItem, out var key) is false || key is null)
            return;
        var turn = _turns[(uint)key.GetHashCode(StringComparison.Ordinal) % _turns.Length];
        await turn.WaitAsync(context.HttpContext.RequestAborted);
        try
        {
            var session = await store.RetrieveAsync(key);
            if (session is not null && IsDue(session.Properties))
                session = await RefreshAsync(session, key, store, context.HttpContext.RequestAborted);
            Take(context, session);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var turn in _turns)
            turn.Dispose();
    }

    private static void Take(CookieValidatePrincipalContext context, AuthenticationTicket? session)
    {
        if (session is null)
        {
            context.RejectPrincipal();
            return;
        }

        context.ReplacePrincipal(session.Principal);
        context.Properties.StoreTokens(session.Properties.GetTokens());
    }

    private bool IsDue(AuthenticationProperties session) => StaffTokens.EndOf(session) - Margin <= clock.GetUtcNow();

    private async Task<AuthenticationTicket?> RefreshAsync(
        AuthenticationTicket session, string key, SessionStore store, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.SendAsync(Request(session), cancellationToken);
            if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            {
                await store.RemoveAsync(key);
                return null;
            }

            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken) ?? throw new HttpRequestException("identity answered nothing.");
            var end = clock.GetUtcNow().AddSeconds(answer.ExpiresIn);
            session.Properties.Store(answer.AccessToken, answer.RefreshToken, answer.IdToken, end);
            var renewed = new AuthenticationTicket(
                StaffTokens.PersonOf(answer.AccessToken, session.Principal.Identity?.Name), session.Properties, session.AuthenticationScheme);
            await store.RenewAsync(key, renewed);
            return renewed;
        }
        catch (HttpRequestException away)
        {
            // The session stays; the services judge the token that there is.
            Log.Away(logger, away.Message);
            return session;
        }
    }

    private HttpRequestMessage Request(AuthenticationTicket session) => new(HttpMethod.Post, new Uri(identity.Issuer, "connect/token"))
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = session.Properties.GetTokenValue(StaffTokens.RefreshToken) ?? "",
            ["client_id"] = service.Require("Access:ClientId"),
            ["client_secret"] = service.Require("Access:ClientSecret"),
        }),
    };

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken,
        [property: JsonPropertyName("id_token")] string? IdToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "identity gave no new token: {Reason}")]
        public static partial void Away(ILogger logger, string reason);
    }
}

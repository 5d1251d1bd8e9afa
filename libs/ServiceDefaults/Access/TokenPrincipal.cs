using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Kommunebro.ServiceDefaults;

/// <summary>Whom a valid token names that is kept for many requests; what its claims mean is found out once.</summary>
internal sealed class TokenPrincipal : ClaimsPrincipal
{
    public TokenPrincipal(ClaimsIdentity identity)
        : base(identity)
    {
        Caller = Caller.DescribedBy(new ClaimsPrincipal(identity));
        Authenticated = Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(this, JwtBearerDefaults.AuthenticationScheme)));
    }

    /// <summary>The caller that the token describes.</summary>
    public Caller Caller { get; }

    /// <summary>What finding it out came to.</summary>
    public Task<AuthenticateResult> Authenticated { get; }
}

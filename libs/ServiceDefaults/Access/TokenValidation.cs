using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.ServiceDefaults;

/// <summary>What makes an access token valid.</summary>
internal static class TokenValidation
{
    public static void Apply(JwtBearerOptions options, IdentityBackchannel identity)
    {
        options.MapInboundClaims = false;
        options.MetadataAddress = new Uri(identity.Issuer, ".well-known/openid-configuration").ToString();
        options.BackchannelHttpHandler = identity.CreateHandler();
        // Keys are fetched inside the cluster, where the way is cleartext.
        options.RequireHttpsMetadata = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = identity.Issuer.ToString(),
            ValidAudience = TokenClaims.Audience,
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            NameClaimType = TokenClaims.Subject,
            RoleClaimType = TokenClaims.Role,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
    }
}

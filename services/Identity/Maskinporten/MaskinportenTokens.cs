using Kommunebro.Identity.Assertions;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Identity.Maskinporten;

/// <summary>Validates tokens of Maskinporten: its signature, for us and nobody else, now.</summary>
internal sealed class MaskinportenTokens(MaskinportenIssuer issuer, TimeProvider clock, IServiceProvider services) : IDisposable
{
    // Its own are below two.
    private const int MostBytes = 8 * 1024;

    // Its own live for minutes, at most for an hour. Who steals one has it no longer, and what was used is not kept for years.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MostBytes };
    private readonly IssuerKeys _keys = issuer.Issuer.KeysBy(services);

    /// <summary>The token, or why it is none that counts here.</summary>
    /// <exception cref="Refusal">Unavailable temporarily_unavailable: Maskinporten has never been reached.</exception>
    public async Task<(MaskinportenToken? Token, TokenFault? Fault)> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (KeyIdOf(text) is not { Length: > 0 } keyId)
            return (null, TokenFault.Signature);
        var published = await _keys.GetConfigurationAsync(cancellationToken);
        if (!published.SigningKeys.Any(key => key.KeyId == keyId))
            await _keys.LookForAsync(keyId, cancellationToken);
        var result = await _handler.ValidateTokenAsync(text, ParametersOf(_keys.Known));
        if (!result.IsValid)
            return (null, result.Exception is SecurityTokenInvalidIssuerException ? TokenFault.Issuer : TokenFault.Signature);
        var token = (JsonWebToken)result.SecurityToken;
        return FaultOf(token) is { } fault ? (null, fault) : (MaskinportenToken.Of(token), null);
    }

    /// <inheritdoc />
    public void Dispose() => _keys.Dispose();

    private TokenValidationParameters ParametersOf(ICollection<SecurityKey> keys) => new()
    {
        ValidIssuer = issuer.Issuer.Name,
        // What it is for and when it is good are looked at below, by our clock.
        ValidateAudience = false,
        ValidateLifetime = false,
        // Neither none, nor HMAC with the public key as its secret (RFC 8725, 2.1).
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = false,
    };

    private TokenFault? FaultOf(JsonWebToken token)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return token switch
        {
            // Who else it is for could show it here.
            _ when !token.Audiences.Any() || token.Audiences.Any(audience => audience != issuer.Audience) => TokenFault.Audience,
            // What is not said is the first of all times.
            { ValidTo: var end } when end < now - AssertionForm.Leeway => TokenFault.Expired,
            { ValidFrom: var start } when start > now + AssertionForm.Leeway => TokenFault.NotYetValid,
            { IssuedAt: var made } when made > now + AssertionForm.Leeway => TokenFault.NotYetValid,
            { ValidTo: var end } when end > now + Longest + AssertionForm.Leeway => TokenFault.TooLong,
            { Id: null or "" } => TokenFault.Used,
            _ => null,
        };
    }

    private static string? KeyIdOf(string text)
    {
        try
        {
            return text.Length <= MostBytes ? new JsonWebToken(text).Kid : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

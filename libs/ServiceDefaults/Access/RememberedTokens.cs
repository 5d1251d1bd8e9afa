using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// Validates tokens, and remembers those that were found valid for as long as they live: a client sends the same one for minutes, and
/// checking its signature costs more than all else that is done with a request at the gateway. What may change while a token lives
/// is looked at each time: the time, and whether the issuer still publishes the key that signed it.
/// </summary>
internal sealed class RememberedTokens : TokenHandler, IDisposable
{
    /// <summary>The most tokens; beyond them each is validated anew.</summary>
    private const int Most = 10_000;

    private readonly JsonWebTokenHandler _validation = new() { MapInboundClaims = false };
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Whether <paramref name="token"/> was found valid before.</summary>
    public bool Knows(string token) => _known.TryGetValue(token, out _);

    /// <summary>Whom <paramref name="token"/> names, when it was found valid before and counts still; null when it has to be validated.</summary>
    public TokenPrincipal? Recall(ReadOnlySpan<char> token, IssuerKeys keys) =>
        _known.TryGetValue(token, out Known? known) && keys.Publishes(known!.Result.SecurityToken.SigningKey.KeyId) ? known.Caller : null;

    /// <inheritdoc />
    public override SecurityToken ReadToken(string token) => _validation.ReadToken(token);

    /// <inheritdoc />
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (_known.TryGetValue(token, out Known? known) && IsPublished(known!.Result.SecurityToken.SigningKey, validationParameters))
            return known.Result;
        var result = await _validation.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
            _known.Set(
                token,
                new Known(result, new TokenPrincipal(result.ClaimsIdentity)),
                new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero) });
        return result;
    }

    /// <inheritdoc />
    public void Dispose() => _known.Dispose();

    private static bool IsPublished(SecurityKey key, TokenValidationParameters parameters) =>
        parameters.IssuerSigningKeys?.Any(published => published.KeyId == key.KeyId) == true;

    private sealed record Known(TokenValidationResult Result, TokenPrincipal Caller);
}

using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// The keys by which an issuer's tokens are validated, as it publishes them. They are fetched when the first token comes and kept
/// for the life of the process, so that a service serves while the issuer is down. New keys are noticed within an hour, or at
/// once by the first token that one of them signed.
/// </summary>
public sealed partial class IssuerKeys : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    // Anybody can send a token that names an unknown key; that must not become a stream of questions to the issuer.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // As long as there are no keys, each request would ask: enough of them at a time to keep a weak issuer down.
    private static readonly TimeSpan PauseWithoutKeys = TimeSpan.FromSeconds(1);

    /// <summary>Bytes of a document; those of real issuers have some thousands.</summary>
    private const int LargestDocument = 1024 * 1024;

    private readonly string _issuer;
    private readonly Uri _metadata;
    private readonly bool _secureWay;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly HttpClient _http;
    private readonly SingleFlight<Held> _fetch;
    private volatile Held? _held;
    // By a clock that is never set back; 0 for never.
    private long _askedAt;
    private long _failedAt;

    /// <summary>The keys of <paramref name="issuer"/>.</summary>
    /// <param name="issuer">As it must call itself, to the letter.</param>
    /// <param name="metadata">Where it says so, and where its keys are (OpenID Connect Discovery 1.0, RFC 8414).</param>
    /// <param name="way">How it is reached.</param>
    /// <param name="secureWay">Whether its keys must come by https, too.</param>
    /// <param name="clock">Tells how old they are.</param>
    /// <param name="logger">Is told when it cannot be reached.</param>
    public IssuerKeys(string issuer, Uri metadata, HttpMessageHandler way, bool secureWay, TimeProvider clock, ILogger<IssuerKeys> logger)
    {
        (_issuer, _metadata, _secureWay, _clock, _logger) = (issuer, metadata, secureWay, clock, logger);
        _http = new HttpClient(way) { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = LargestDocument };
        _fetch = new SingleFlight<Held>(FetchAsync);
    }

    /// <summary>The keys of the platform's own issuer. They are fetched inside the cluster, where the way is cleartext.</summary>
    internal static IssuerKeys OfIdentity(IdentityBackchannel identity, TimeProvider clock, ILogger<IssuerKeys> logger) => new(
        identity.Issuer.ToString(), new Uri(identity.Issuer, ".well-known/openid-configuration"), identity.CreateHandler(), secureWay: false, clock, logger);

    /// <summary>The keys that are known now; none before the issuer was asked.</summary>
    public ICollection<SecurityKey> Known => _held?.Keys.SigningKeys ?? [];

    /// <summary>The keys.</summary>
    /// <exception cref="Refusal">Unavailable temporarily_unavailable: the issuer has never been reached.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_held is not { } held)
            return HasJustFailed() ? throw Away() : (await _fetch.AskAsync(cancel)).Keys;
        AskWhenOld(held);
        return held.Keys;
    }

    /// <summary>Whether the issuer publishes the key, as far as is known.</summary>
    internal bool Publishes(string keyId)
    {
        if (_held is not { } held)
            return false;
        AskWhenOld(held);
        return held.Ids.Contains(keyId);
    }

    /// <summary>Asks the issuer when <paramref name="keyId"/> is not among the known keys: it may have begun to sign with a new one.</summary>
    public async Task LookForAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_held is not { } held || held.Keys.SigningKeys.Any(key => key.KeyId == keyId) || !MayAsk())
            return;
        Task asked = _fetch.AskAsync(cancellationToken);
        await asked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Nothing: <see cref="LookForAsync"/> has asked before the token was validated.</summary>
    public void RequestRefresh()
    {
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private void AskWhenOld(Held held)
    {
        if (_clock.GetUtcNow() - held.At > Fresh && MayAsk())
            _ = _fetch.AskAsync(CancellationToken.None);
    }

    private bool HasJustFailed() => Interlocked.Read(ref _failedAt) is not 0 and var failed && _clock.GetElapsedTime(failed) < PauseWithoutKeys;

    private bool MayAsk() => Interlocked.Read(ref _askedAt) is var asked && (asked == 0 || _clock.GetElapsedTime(asked) > Pause);

    private async Task<Held> FetchAsync()
    {
        Interlocked.Exchange(ref _askedAt, _clock.GetTimestamp());
        try
        {
            var keys = await OpenIdConnectConfigurationRetriever.GetAsync(
                _metadata.ToString(), new HttpDocumentRetriever(_http) { RequireHttps = _secureWay }, CancellationToken.None);
            if (keys.Issuer != _issuer)
                throw new InvalidOperationException($"It calls itself {keys.Issuer}, but tokens are trusted from {_issuer}.");
            return _held = new Held(keys, _clock.GetUtcNow());
        }
        catch (Exception error)
        {
            Interlocked.Exchange(ref _failedAt, _clock.GetTimestamp());
            Log.Away(_logger, _issuer, error.GetBaseException().Message);
            throw Away();
        }
    }

    private static Refusal Away() => new(
        RefusalKind.Unavailable, "temporarily_unavailable", "Tokens cannot be checked, since their issuer does not answer. Try again.");

    private sealed record Held(OpenIdConnectConfiguration Keys, DateTimeOffset At)
    {
        public HashSet<string> Ids { get; } = Keys.SigningKeys.Select(key => key.KeyId).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of {Issuer} cannot be read: {Reason}")]
        public static partial void Away(ILogger logger, string issuer, string reason);
    }
}

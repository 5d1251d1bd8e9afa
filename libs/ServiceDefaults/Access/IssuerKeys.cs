using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kommunebro.ServiceDefaults;

/// <summary>
/// The keys by which tokens are validated, as identity publishes them. They are fetched when the first token comes and kept
/// for the life of the process, so that a service serves while identity is down. New keys are noticed within an hour, or at
/// once by the first token that one of them signed.
/// </summary>
internal sealed partial class IssuerKeys : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    // Anybody can send a token that names an unknown key; that must not become a stream of questions to identity.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly IdentityBackchannel _identity;
    private readonly TimeProvider _clock;
    private readonly ILogger<IssuerKeys> _logger;
    private readonly HttpClient _http;
    private readonly SingleFlight<Held> _fetch;
    private volatile Held? _held;
    private long _askedAt;

    public IssuerKeys(IdentityBackchannel identity, TimeProvider clock, ILogger<IssuerKeys> logger)
    {
        _identity = identity;
        _clock = clock;
        _logger = logger;
        _http = new HttpClient(identity.CreateHandler()) { Timeout = TimeSpan.FromSeconds(5) };
        _fetch = new SingleFlight<Held>(FetchAsync);
    }

    /// <summary>The keys.</summary>
    /// <exception cref="Refusal">Unavailable temporarily_unavailable: identity has never been reached.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_held is not { } held)
            return (await _fetch.AskAsync(cancel)).Keys;
        if (_clock.GetUtcNow() - held.At > Fresh && MayAsk())
            _ = _fetch.AskAsync(CancellationToken.None);
        return held.Keys;
    }

    /// <summary>Asks identity when <paramref name="keyId"/> is not among the known keys: it may have begun to sign with a new one.</summary>
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

    private bool MayAsk() => _clock.GetUtcNow().UtcTicks - Interlocked.Read(ref _askedAt) > Pause.Ticks;

    private async Task<Held> FetchAsync()
    {
        Interlocked.Exchange(ref _askedAt, _clock.GetUtcNow().UtcTicks);
        try
        {
            var keys = await OpenIdConnectConfigurationRetriever.GetAsync(
                new Uri(_identity.Issuer, ".well-known/openid-configuration").ToString(),
                // Keys are fetched inside the cluster, where the way is cleartext.
                new HttpDocumentRetriever(_http) { RequireHttps = false },
                CancellationToken.None);
            if (keys.Issuer != _identity.Issuer.ToString())
                throw new InvalidOperationException($"It calls itself {keys.Issuer}, but tokens are trusted from {_identity.Issuer}.");
            return _held = new Held(keys, _clock.GetUtcNow());
        }
        catch (Exception error)
        {
            Log.Away(_logger, error.GetBaseException().Message);
            throw new Refusal(
                RefusalKind.Unavailable, "temporarily_unavailable", "Tokens cannot be checked, since identity does not answer. Try again.");
        }
    }

    private sealed record Held(OpenIdConnectConfiguration Keys, DateTimeOffset At);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Identity's keys cannot be read: {Reason}")]
        public static partial void Away(ILogger logger, string reason);
    }
}

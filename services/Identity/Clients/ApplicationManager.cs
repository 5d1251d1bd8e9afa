using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace Kommunebro.Identity.Clients;

/// <summary>OpenIddict's manager, which takes a client's old secret, too, as long as it is good.</summary>
internal sealed class ApplicationManager<TApplication>(
    IOpenIddictApplicationCache<TApplication> cache,
    ILogger<OpenIddictApplicationManager<TApplication>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<TApplication> store,
    TimeProvider clock) : OpenIddictApplicationManager<TApplication>(cache, logger, options, store)
    where TApplication : class
{
    public override async ValueTask<bool> ValidateClientSecretAsync(
        TApplication application, string secret, CancellationToken cancellationToken = default) =>
        await base.ValidateClientSecretAsync(application, secret, cancellationToken)
        || (OldSecret.Of(await Store.GetPropertiesAsync(application, cancellationToken)) is { } old
            && old.EndsAt > clock.GetUtcNow()
            && await ValidateClientSecretAsync(secret, old.Hash, cancellationToken));
}

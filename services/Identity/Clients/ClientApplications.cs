using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace Kommunebro.Identity.Clients;

/// <summary>
/// OpenIddict's manager, which takes a client's old secret, too, as long as it is good. A wrong one is looked at as often
/// whatever secrets the client has, so that the time that it takes tells nothing of them.
/// </summary>
internal sealed class ClientApplications<TApplication>(
    IOpenIddictApplicationCache<TApplication> cache,
    ILogger<OpenIddictApplicationManager<TApplication>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<TApplication> store,
    TimeProvider clock) : OpenIddictApplicationManager<TApplication>(cache, logger, options, store)
    where TApplication : class
{
    public override async ValueTask<bool> ValidateClientSecretAsync(
        TApplication application, string secret, CancellationToken cancellationToken = default)
    {
        var old = OldSecret.Of(await Store.GetPropertiesAsync(application, cancellationToken));
        return await IsAsync(secret, await Store.GetClientSecretAsync(application, cancellationToken), cancellationToken)
            || await IsAsync(secret, old?.EndsAt > clock.GetUtcNow() ? old.Hash : null, cancellationToken);
    }

    private async ValueTask<bool> IsAsync(string secret, string? hash, CancellationToken cancellationToken)
    {
        if (hash is not null)
            return await ValidateClientSecretAsync(secret, hash, cancellationToken);
        await ObfuscateClientSecretAsync(secret, cancellationToken);
        return false;
    }
}

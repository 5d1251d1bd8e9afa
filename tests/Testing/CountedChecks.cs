using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Testing;

/// <summary>Counts how often somebody is asked to check a signature.</summary>
public sealed class CountedChecks : CryptoProviderFactory
{
    private int _count;

    public int Count => _count;

    public override SignatureProvider CreateForVerifying(SecurityKey key, string algorithm, bool cacheProvider)
    {
        Interlocked.Increment(ref _count);
        return base.CreateForVerifying(key, algorithm, cacheProvider);
    }
}

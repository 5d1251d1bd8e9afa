using System.Threading.RateLimiting;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Gateway.Limits;

/// <summary>Limits what one client or person with a token may ask, in a while and at once.</summary>
internal sealed class ClientLimits(Quota all, int atOnce) : IMiddleware, IAsyncDisposable
{
    private readonly Limit _all = new(all);
    private readonly PartitionedRateLimiter<string> _atOnce = AtOnce(atOnce);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var caller = Caller.Of(context.User);
        if (caller.Kind == CallerKind.Nobody)
        {
            await next(context);
            return;
        }

        if (!_all.Admits(caller.Actor, context))
            return;
        using var lease = _atOnce.AttemptAcquire(caller.Actor);
        if (lease.IsAcquired)
            await next(context);
        else
            Limit.TooMany(context, 1);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _all.DisposeAsync();
        await _atOnce.DisposeAsync();
    }

    private static PartitionedRateLimiter<string> AtOnce(int requests) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = requests, QueueLimit = 0 }),
        StringComparer.Ordinal);
}

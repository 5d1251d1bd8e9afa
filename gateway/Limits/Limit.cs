using System.Globalization;
using System.Threading.RateLimiting;

namespace Kommunebro.Gateway.Limits;

/// <summary>
/// Counts requests by a key in fixed windows, in this replica alone, and tells the caller how it stands: the fields
/// RateLimit-Policy and RateLimit of draft-ietf-httpapi-ratelimit-headers (q: quota, w: window in seconds, r: what is left,
/// t: seconds until there is more).
/// </summary>
internal sealed class Limit(Quota quota) : IAsyncDisposable
{
    private readonly string _policy = string.Create(
        CultureInfo.InvariantCulture, $"\"{quota.Name}\";q={quota.Requests};w={(long)quota.Window.TotalSeconds}");

    private readonly PartitionedRateLimiter<string> _requests = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = quota.Requests,
            Window = quota.Window,
            QueueLimit = 0,
        }),
        StringComparer.Ordinal);

    /// <summary>Counts a request; when there were too many, the answer says so (429, Retry-After).</summary>
    /// <returns>Whether it may go on.</returns>
    public bool Admits(string key, HttpContext context)
    {
        using var lease = _requests.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            Tell(context, string.Create(CultureInfo.InvariantCulture, $"\"{quota.Name}\";r={_requests.GetStatistics(key)?.CurrentAvailablePermits ?? 0}"));
            return true;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : quota.Window;
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        Tell(context, string.Create(CultureInfo.InvariantCulture, $"\"{quota.Name}\";r=0;t={seconds}"));
        TooMany(context, seconds);
        return false;
    }

    /// <summary>At the start of the answer: what stands in it before may be kept for other callers, whose state is another.</summary>
    private void Tell(HttpContext context, string state)
    {
        if (context.Items[typeof(Limit)] is not List<(string Policy, string State)> told)
        {
            context.Items[typeof(Limit)] = told = [];
            context.Response.OnStarting(() =>
            {
                foreach (var (policy, left) in told)
                {
                    context.Response.Headers.Append("RateLimit-Policy", policy);
                    context.Response.Headers.Append("RateLimit", left);
                }

                return Task.CompletedTask;
            });
        }

        told.Add((_policy, state));
    }

    /// <summary>Answers 429; the problem's text follows by the status.</summary>
    public static void TooMany(HttpContext context, long retryAfterSeconds)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = retryAfterSeconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _requests.DisposeAsync();
}

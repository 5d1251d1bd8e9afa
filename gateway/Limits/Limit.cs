using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kommunebro.Gateway.Limits;

/// <summary>
/// Counts requests by a key in windows, in this replica alone, and tells the caller how it stands: the fields
/// RateLimit-Policy and RateLimit of draft-ietf-httpapi-ratelimit-headers (q: quota, w: window in seconds, r: what is left,
/// t: seconds until there is more).
/// </summary>
internal sealed class Limit(Quota quota, TimeProvider clock)
{
    private readonly string _policy = string.Create(
        CultureInfo.InvariantCulture, $"\"{quota.Name}\";q={quota.Requests};w={(long)quota.Window.TotalSeconds}");

    private readonly long _window = (long)(quota.Window.TotalSeconds * clock.TimestampFrequency);
    private readonly ConcurrentDictionary<string, Allowance> _allowances = new(StringComparer.Ordinal);
    private long _sweptAt = clock.GetTimestamp();

    /// <summary>Counts a request; when there were too many, the answer says so (429, Retry-After).</summary>
    /// <returns>Whether it may go on.</returns>
    public bool Admits(string key, HttpContext context, [NotNullWhen(true)] out Allowance? allowance)
    {
        var now = clock.GetTimestamp();
        Sweep(now);
        allowance = _allowances.GetOrAdd(key, static (_, made) => made.Limit.NewAllowance(made.Now), (Limit: this, Now: now));
        var (admitted, left, wait) = allowance.Count(now);
        if (admitted)
        {
            ToldLimits.Of(context).Add(_policy, string.Create(CultureInfo.InvariantCulture, $"\"{quota.Name}\";r={left}"));
            return true;
        }

        var seconds = Math.Max(1, (wait + clock.TimestampFrequency - 1) / clock.TimestampFrequency);
        ToldLimits.Of(context).Add(_policy, string.Create(CultureInfo.InvariantCulture, $"\"{quota.Name}\";r=0;t={seconds}"));
        TooMany(context, seconds);
        return false;
    }

    /// <summary>Answers 429; the problem's text follows by the status.</summary>
    public static void TooMany(HttpContext context, long retryAfterSeconds)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = retryAfterSeconds.ToString(CultureInfo.InvariantCulture);
    }

    private Allowance NewAllowance(long now) => new(quota.Requests, _window, now);

    /// <summary>Once in a window those are forgotten who have stayed away, or strangers would fill the memory.</summary>
    private void Sweep(long now)
    {
        var swept = Interlocked.Read(ref _sweptAt);
        if (now - swept < _window || Interlocked.CompareExchange(ref _sweptAt, now, swept) != swept)
            return;
        foreach (var one in _allowances)
            if (one.Value.IsOver(now))
                _allowances.TryRemove(one);
    }
}

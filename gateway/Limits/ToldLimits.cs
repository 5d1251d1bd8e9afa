namespace Kommunebro.Gateway.Limits;

/// <summary>
/// What an answer tells of limits. It is written at the start of the answer: what stands in it before may be kept for other callers,
/// whose state is another.
/// </summary>
internal sealed class ToldLimits(IHeaderDictionary answer)
{
    private readonly List<(string Policy, string State)> _told = new(2);

    /// <summary>Those of the request's answer.</summary>
    public static ToldLimits Of(HttpContext context)
    {
        if (context.Features.Get<ToldLimits>() is { } known)
            return known;
        var limits = new ToldLimits(context.Response.Headers);
        context.Features.Set(limits);
        context.Response.OnStarting(static told => ((ToldLimits)told).WriteAsync(), limits);
        return limits;
    }

    /// <summary>Adds how the caller stands with one of them.</summary>
    public void Add(string policy, string state) => _told.Add((policy, state));

    private Task WriteAsync()
    {
        foreach (var (policy, state) in _told)
        {
            answer.Append("RateLimit-Policy", policy);
            answer.Append("RateLimit", state);
        }

        return Task.CompletedTask;
    }
}

using System.Diagnostics;
using OpenTelemetry;

namespace Kommunebro.ServiceDefaults;

/// <summary>Keeps the route of a request in its span, and not its address: that may name a place, or hold a secret link.</summary>
internal sealed class SpansWithoutAddresses : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.SetTag("url.path", data.GetTagItem("http.route"));
        data.SetTag("url.query", null);
        if (data.GetTagItem("url.full") is string full)
            data.SetTag("url.full", OriginOf(full));
    }

    /// <summary>What stands before the path, the query or the fragment.</summary>
    private static string OriginOf(string address)
    {
        var host = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = address.AsSpan(host).IndexOfAny('/', '?', '#');
        return end < 0 ? address : address[..(host + end)];
    }
}

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
        if (Uri.TryCreate(data.GetTagItem("url.full") as string, UriKind.Absolute, out var full))
            data.SetTag("url.full", full.GetLeftPart(UriPartial.Authority));
    }
}

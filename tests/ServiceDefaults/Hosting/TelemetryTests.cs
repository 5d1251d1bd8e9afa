using System.Diagnostics;
using Kommunebro.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Kommunebro.Tests.ServiceDefaults.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_span_keeps_the_route_and_forgets_the_address()
    {
        var services = new ServiceCollection();
        services.AddPlatformTelemetry("tests", new ConfigurationBuilder().Build());
        await using var provider = services.BuildServiceProvider();
        using var tracer = provider.GetRequiredService<TracerProvider>();
        using var source = new ActivitySource("Kommunebro.Tests.Telemetry");

        var span = source.StartActivity("a request")!;
        span.SetTag("url.path", "/answer/s3cr3t").SetTag("url.query", "?q=s3cr3t").SetTag("http.route", "/answer/{token}");
        span.SetTag("url.full", "http://127.0.0.1:5106/answer/s3cr3t?q=s3cr3t");
        span.Stop();

        Assert.Equal("/answer/{token}", span.GetTagItem("url.path"));
        Assert.Equal("http://127.0.0.1:5106", span.GetTagItem("url.full"));
        Assert.DoesNotContain(span.TagObjects, tag => tag.Value?.ToString()?.Contains("s3cr3t", StringComparison.Ordinal) == true);
    }
}

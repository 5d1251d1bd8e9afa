using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kommunebro.ServiceDefaults;

/// <summary>Traces and metrics by OpenTelemetry; sent by OTLP when OTEL_EXPORTER_OTLP_ENDPOINT names a receiver.</summary>
public static class Telemetry
{
    /// <summary>Adds the one tracer and meter provider of a process.</summary>
    /// <param name="services">The host's, or the composing program's services.</param>
    /// <param name="serviceName">The name under which the process shows up.</param>
    /// <param name="configuration">Where the receiver is looked up.</param>
    public static void AddPlatformTelemetry(this IServiceCollection services, string serviceName, IConfiguration configuration)
    {
        // With any other one the instrumentation reads traceparent and baggage itself, past the host's own propagator: the gateway's
        // would not be asked.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        var isReceived = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(serviceName))
            .WithTracing(tracing =>
            {
                // Trace ids are there without it. Spans of every request and call that nobody receives would cost the gateway a sixth of its time.
                if (isReceived)
                    tracing.AddCalls();
                tracing.AddProcessor(new SpansWithoutAddresses()).AddSource("Kommunebro.*");
            })
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql")
                .AddMeter("Kommunebro.*"));
        if (isReceived)
            telemetry.UseOtlpExporter();
    }

    private static void AddCalls(this TracerProviderBuilder tracing) => tracing
        .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        .AddHttpClientInstrumentation()
        .AddNpgsql();
}

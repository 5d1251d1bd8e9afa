using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kommunebro.ServiceDefaults;

/// <summary>Tells which check fails and what the check says about it; never what was thrown, which may name hosts.</summary>
internal static class HealthReply
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Reply(
            NameOf(report.Status),
            report.Entries.ToDictionary(
                entry => entry.Key, entry => CheckOf(entry.Value), StringComparer.Ordinal)),
        ApiJson.Options);

    private static Check CheckOf(HealthReportEntry entry) =>
        new(NameOf(entry.Status), entry.Exception is null ? entry.Description : null);

    private static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };

    private sealed record Reply(string Status, IReadOnlyDictionary<string, Check> Checks);

    private sealed record Check(string Status, string? Detail);
}

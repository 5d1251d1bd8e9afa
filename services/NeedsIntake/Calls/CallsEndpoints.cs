using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Calls;

/// <summary>The REST face of AUC's call list, under /api/v1/needs/call-list.</summary>
internal static class CallsEndpoints
{
    public static void MapCalls(this WebApplication app)
    {
        var calls = app.MapGroup("/api/v1/needs/call-list").RequireAccess(AccessPolicies.NeedsVerify);
        calls.MapGet("", CallList.HandleAsync);
        calls.MapPost("/{code}/calls", RecordCall.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
    }
}

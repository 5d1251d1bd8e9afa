using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The REST face, under /api/v1/needs.</summary>
internal static class NeedsEndpoints
{
    public static void MapNeeds(this WebApplication app)
    {
        var read = app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsRead);
        read.MapGet("", FindNeeds.HandleAsync);
        read.MapGet("/{id:guid}", GetNeed.HandleAsync);

        var write = app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsWrite);
        write.MapPost("", SubmitNeed.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
        write.MapPut("/{id:guid}", ReviseNeed.HandleAsync);
        write.MapPost("/{id:guid}/withdraw", WithdrawNeed.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();

        var verification = app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsVerify);
        verification.MapPost("/{id:guid}/verify", VerifyNeed.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
        verification.MapPost("/{id:guid}/return", ReturnNeed.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
        verification.MapPost("/{id:guid}/reject", RejectNeed.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
    }
}

using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Correspondence;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Safety;
using Kommunebro.NeedsIntake.Statistics;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>The REST face, under /api/v1/needs.</summary>
internal static class NeedsEndpoints
{
    public static void MapNeeds(this WebApplication app)
    {
        var read = app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsRead);
        read.MapGet("", FindNeeds.HandleAsync).WithFields<NeedView>();
        read.MapGet("/{id:guid}", GetNeed.HandleAsync);
        read.MapGet("/statistics", NeedStatistics.HandleAsync);
        read.MapGet("/{id:guid}/history", GetHistory.HandleAsync);

        var write = app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsWrite);
        write.MapPost("", SubmitNeed.HandleAsync).WithIdempotencyKey<NeedsIntakeDb>();
        write.MapPut("/{id:guid}", ReviseNeed.HandleAsync);
        Step(write, "withdraw", WithdrawNeed.HandleAsync);
        Step(write, "answer", AnswerQuestion.HandleAsync);
        Step(write, "ask", AskAuc.HandleAsync);
        Step(write, "confirm", ConfirmNeed.HandleAsync);
        Step(write, "pause", PauseDeadlines.HandleAsync);
        Step(write, "suspend", SuspendNeed.HandleAsync);

        var verification = app.MapGroup("/api/v1/needs").RequireAccess(AccessPolicies.NeedsVerify);
        Step(verification, "review", ReviewNeed.HandleAsync);
        Step(verification, "verify", VerifyNeed.HandleAsync);
        Step(verification, "return", ReturnNeed.HandleAsync);
        Step(verification, "reply", ReplyToHromada.HandleAsync);
        Step(verification, "reject", RejectNeed.HandleAsync);
        Step(verification, "mark-duplicate", MarkDuplicate.HandleAsync);
        Step(verification, "decide-texts", DecideTexts.HandleAsync);
        Step(verification, "expire", ExpireNeed.HandleAsync);
        Step(verification, "resume", ResumeNeed.HandleAsync);
        Step(verification, "close", CloseNeed.HandleAsync);
        Step(verification, "reopen", ReopenNeed.HandleAsync);
    }

    private static void Step(RouteGroupBuilder group, string name, Delegate handler) =>
        group.MapPost($"/{{id:guid}}/{name}", handler).WithIdempotencyKey<NeedsIntakeDb>();
}

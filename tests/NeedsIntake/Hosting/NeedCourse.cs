using System.Net;
using System.Text.Json.Nodes;
using Kommunebro.Contracts.Matching;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>Brings needs to where a test wants them, and takes every step with a body that is right.</summary>
public static class NeedCourse
{
    public static readonly string[] Statuses =
    [
        "submitted", "under_review", "returned", "verified", "partly_met", "met", "closed", "rejected", "withdrawn", "duplicate",
        "expired", "suspended",
    ];

    public static readonly string[] StepsOfTheHromada = ["revise", "withdraw", "answer", "ask", "confirm", "pause", "suspend"];

    public static readonly string[] StepsOfAuc =
    [
        "review", "verify", "return", "reject", "mark-duplicate", "expire", "resume", "close", "reopen", "reply", "decide-texts",
    ];

    public static readonly string[] Steps = [.. StepsOfTheHromada, .. StepsOfAuc];

    /// <summary>A new need of Vinnytsia that stands in <paramref name="status"/>.</summary>
    public static async Task<Answer> NeedInAsync(this NeedsServer server, string status, JsonObject? stated = null)
    {
        var need = await server.SubmitNeedAsync(stated);
        string[] way = status switch
        {
            "submitted" => [],
            "under_review" => ["review"],
            "returned" => ["return"],
            "verified" or "partly_met" or "met" or "closed" => ["verify"],
            "rejected" => ["reject"],
            "withdrawn" => ["withdraw"],
            "duplicate" => ["mark-duplicate"],
            "expired" => ["expire"],
            _ => ["suspend"],
        };
        foreach (var step in way)
            need = (await server.TakeAsync(server, need, step)).Expect(HttpStatusCode.OK);
        if (status is not ("partly_met" or "met" or "closed"))
            return need;
        await server.HearAsync(APartnership.Of(need, status == "partly_met" ? PartnershipStage.LetterOfIntent : PartnershipStage.Closed));
        need = (await server.GetNeedAsync(need.Id)).Expect(HttpStatusCode.OK);
        return status == "closed" ? (await server.TakeAsync(server, need, "close")).Expect(HttpStatusCode.OK) : need;
    }

    /// <summary>Takes <paramref name="step"/> as <paramref name="caller"/>.</summary>
    public static async Task<Answer> TakeAsync(this NeedsServer server, NeedsCaller caller, Answer need, string step) => step switch
    {
        "revise" => await caller.ReviseAsync(need, ANeed.InVinnytsia().With("urgency", "4")),
        "mark-duplicate" => await caller.StepAsync(need, step, $$"""{"of":"{{(await server.LikeAsync(need)).Id}}"}"""),
        _ => await caller.StepAsync(need, step, step switch
        {
            "verify" => """{"method":"call"}""",
            "return" => """{"question":"How many pumps? (mark-question)"}""",
            "reject" => """{"reasonCode":"outside_programme"}""",
            "pause" => """{"reason":"blackout","until":"2026-12-10"}""",
            "decide-texts" => """{"decision":"clear"}""",
            "review" or "resume" or "close" or "confirm" or "withdraw" => "{}",
            _ => """{"text":"Words that go with it."}""",
        }),
    };

    /// <summary>Another need of the same hromada.</summary>
    private static Task<Answer> LikeAsync(this NeedsServer server, Answer need) =>
        server.SubmitNeedAsync(ANeed.InVinnytsia().With("municipality", $"\"{need.Text("municipality")}\""));

    /// <summary>As if it had been verified for the first time so many days ago: the server's clock is that of all tests of a class.</summary>
    public static Task<int> VerifiedDaysAgoAsync(this NeedsServer server, Answer need, int days) => server.Database.ScalarAsync<int>(
        $"update needs set first_verified_at = '{NeedsServer.Start.AddDays(-days):O}' where id = '{need.Id}' returning 1");
}

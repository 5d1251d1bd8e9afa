using System.Globalization;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Why and how long the deadlines of a need rest.</summary>
/// <param name="Reason">attack, blackout, evacuation or other (then with text).</param>
/// <param name="Until">yyyy-MM-dd, at most 90 days ahead; they run again from the end of that day in Kyiv.</param>
/// <param name="Text">The same in words, 3 to 1000 characters.</param>
public sealed record PauseRequest(string? Reason = null, string? Until = null, string? Text = null);

/// <summary>The hromada, or AUC for it, lets the deadlines of a need rest.</summary>
internal static class PauseDeadlines
{
    /// <summary>Of one pause, and of all of them together between two verifications.</summary>
    public const int LongestDays = 90;

    /// <summary>The same by the clock: to the end of the last day, an hour more when summer time ends.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours((24 * (LongestDays + 1)) + 1);

    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    /// <summary>
    /// POST /api/v1/needs/{id}/pause with If-Match: 200 with the need, where it stood. 400 with everything that is wrong;
    /// 404 need_not_found; 409 illegal_step, paused_already or paused_enough; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<NeedView>> HandleAsync(
        Guid id, PauseRequest request, HttpContext http, NeedChange changes, TimeProvider clock, CancellationToken cancellationToken) =>
        NeedAnswer.Of(http, await RunAsync(id, request, version => IfMatch.Require(http, version), changes, clock, cancellationToken));

    /// <summary>Lets them rest.</summary>
    /// <exception cref="Refusal">As told above; a version as <paramref name="requireVersion"/> tells it.</exception>
    public static Task<NeedView> RunAsync(
        Guid id, PauseRequest request, Action<long> requireVersion, NeedChange changes, TimeProvider clock, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var reason = rules.RequiredChoice<PauseReason>(request.Reason, "reason");
        var text = rules.Block(request.Text, "text", shortest: 3, longest: 1000);
        rules.Required(reason != PauseReason.Other || text is not null, "text", "Another reason must be put in words.");
        var until = Until(rules, request.Until, clock.GetUtcNow());
        rules.Enforce();
        return changes.RunAsync(id, NeedStep.Pause, requireVersion, (need, _, now) => need.Pause(reason, until, now), text, cancellationToken);
    }

    private static DateTimeOffset Until(Rules rules, string? text, DateTimeOffset now)
    {
        rules.Required(text is not null, "until", "Give the last day of the pause.");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Kyiv).DateTime);
        var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        rules.Check(text is null || isDate, "until", "invalid_date", "Must be a date as yyyy-MM-dd.");
        rules.Check(!isDate || day >= today, "until", "date_in_past", "The day has passed in Ukraine.");
        rules.Check(!isDate || day <= today.AddDays(LongestDays), "until", "date_too_far", $"At most {LongestDays} days ahead.");
        if (!rules.Hold)
            return now;
        var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, Kyiv.GetUtcOffset(end)).ToUniversalTime();
    }
}

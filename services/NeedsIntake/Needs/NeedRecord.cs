using Kommunebro.NeedsIntake.Correspondence;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Writes a step on a need into the audit, and with its words into the need's history.</summary>
internal static class NeedRecord
{
    /// <summary>Both are stored by the save of the step itself.</summary>
    /// <param name="db">Where.</param>
    /// <param name="need">The need after the step.</param>
    /// <param name="action">What was done, e.g. need.verify.</param>
    /// <param name="before">Its <see cref="NeedState"/> before; null for a new one.</param>
    /// <param name="words">What was said with it; null when nothing was.</param>
    public static void Record(this NeedsIntakeDb db, Need need, string action, object? before, string? words = null) =>
        db.Record(need, action, before, NeedState.Of(need), need.ChangedAt, words);

    /// <summary>The same of something that stands beside the need and leaves it as it is.</summary>
    /// <param name="db">Where.</param>
    /// <param name="need">The need.</param>
    /// <param name="action">What was done, e.g. need.link.</param>
    /// <param name="before">What stood before; null for something new.</param>
    /// <param name="after">What stands now; without words, which may name people.</param>
    /// <param name="at">When.</param>
    /// <param name="words">What was said with it; null when nothing was.</param>
    public static void Record(
        this NeedsIntakeDb db, Need need, string action, object? before, object? after, DateTimeOffset at, string? words)
    {
        db.Audit(action, "need", $"{need.Id}", before, after);
        db.Add(new NeedStepTaken
        {
            NeedId = need.Id,
            Version = need.Version,
            At = at,
            Action = action,
            Who = db.GetService<AuditActor>().Who,
            Words = words ?? "",
        });
    }
}

namespace Kommunebro.Contracts.Needs;

/// <summary>Why a hromada is reminded of its need.</summary>
public enum ReminderReason
{
    /// <summary>Its verification runs out within 30 days.</summary>
    VerificationEnds,

    /// <summary>Its verification runs out within 7 days.</summary>
    VerificationEndsSoon,

    /// <summary>A question of AUC has not been answered for 7 days.</summary>
    QuestionUnanswered,

    /// <summary>The hromada has said nothing of it for 90 days.</summary>
    Silence,
}

/// <summary>A hromada should say something of its need. Told once for each reason; nothing ends by itself.</summary>
/// <param name="NeedId">The platform's id of the need.</param>
/// <param name="Version">The need's version when this was found.</param>
/// <param name="MunicipalityId">The hromada whose need it is.</param>
/// <param name="Reason">Why.</param>
/// <param name="DueAt">When the verification runs out, when AUC calls because of its question, or since when the silence is long (UTC).</param>
public sealed record NeedReminderDue(Guid NeedId, long Version, Guid MunicipalityId, ReminderReason Reason, DateTimeOffset DueAt)
{
    /// <summary>The name on the wire; never changes.</summary>
    public const string MessageName = "needs.need-reminder-due.v1";
}

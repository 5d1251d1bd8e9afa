using Kommunebro.Contracts.Matching;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Answers;

/// <summary>A party's yes or no.</summary>
/// <param name="Accepted">Yes or no.</param>
/// <param name="Reason">
/// Required with a no: no_capacity_now, council_did_not_approve, area_mismatch, language, security_or_travel, already_in_partnership,
/// size_mismatch, funding_missing, need_already_met or other.
/// </param>
/// <param name="Note">In its own words, at most 2000 characters; required with other.</param>
public sealed record AnswerRequest(bool? Accepted = null, string? Reason = null, string? Note = null);

/// <summary>What every answer must keep, whichever way it comes.</summary>
internal static class AnswerRules
{
    /// <summary>Takes the answer; notes missing_field, unknown_value, reason_without_no, too_long and control_characters.</summary>
    public static (bool Accepted, DeclineReason? Reason, string? Note) Answer(this Rules rules, AnswerRequest request)
    {
        rules.Required(request.Accepted is not null, "accepted", "Yes or no: true or false.");
        var accepted = request.Accepted ?? true;
        var reason = rules.Choice<DeclineReason>(request.Reason, "reason");
        rules.Required(accepted || request.Reason is not null, "reason", $"A no needs one of: {string.Join(", ", EnumName.All<DeclineReason>())}.");
        rules.Check(!(request.Accepted == true && request.Reason is not null), "reason", "reason_without_no", "A yes needs no reason.");
        var note = rules.Block(request.Note, "note", longest: 2000);
        rules.Required(reason is not DeclineReason.Other || note is { Length: > 0 }, "note", "Another reason must be put in words.");
        return (accepted, reason, note is "" ? null : note);
    }
}

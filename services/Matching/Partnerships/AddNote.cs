using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Partnerships;

/// <summary>A note.</summary>
/// <param name="Text">1 to 4000 characters.</param>
/// <param name="FollowUpOn">The day of the next follow-up, ISO 8601, today or later; null leaves what is planned.</param>
public sealed record NoteRequest(string? Text = null, string? FollowUpOn = null);

/// <summary>Writes a note into the timeline, with or without a day for the next follow-up.</summary>
internal sealed class AddNote(PartnershipChange changes)
{
    private const int Longest = 4000;

    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">400 with everything that is wrong; 404 unknown_partnership; 409 partnership_ended; 412 and 428 by version.</exception>
    public Task<Partnership> RunAsync(Guid id, NoteRequest request, Seen seen, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var text = Text(rules, request.Text);
        var followUpOn = FollowUp(rules, request.FollowUpOn, "followUpOn");
        rules.Enforce();
        return changes.RunAsync(
            id,
            seen,
            partnership =>
            {
                partnership.Note(followUpOn);
                return Task.CompletedTask;
            },
            new PartnershipNote("partnership.note", text, On: followUpOn),
            cancellationToken);
    }

    /// <summary>What was written; notes missing_field, too_long and control_characters.</summary>
    public static string? Text(Rules rules, string? text)
    {
        rules.Required(!string.IsNullOrWhiteSpace(text), "text", "Write something.");
        return rules.Block(text, "text", Longest);
    }

    /// <summary>The day of a follow-up; notes invalid_date and in_past.</summary>
    public DateOnly? FollowUp(Rules rules, string? text, string field)
    {
        var day = rules.Day(text, field);
        rules.Check(day is null || day >= changes.Today, field, "in_past", "A follow-up is planned for today or later.");
        return day;
    }
}

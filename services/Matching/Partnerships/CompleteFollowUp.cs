using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Partnerships;

/// <summary>What came of the follow-up.</summary>
/// <param name="Text">1 to 4000 characters.</param>
/// <param name="NextFollowUpOn">The day of the next one, ISO 8601, today or later; null plans none.</param>
public sealed record FollowUpRequest(string? Text = null, string? NextFollowUpOn = null);

/// <summary>The planned follow-up was done.</summary>
internal sealed class CompleteFollowUp(PartnershipChange changes, AddNote notes)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">400 with everything that is wrong; 404 unknown_partnership; 409 no_follow_up, partnership_ended; 412 and 428 by version.</exception>
    public Task<Partnership> RunAsync(Guid id, FollowUpRequest request, Seen seen, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var text = AddNote.Text(rules, request.Text);
        var next = notes.FollowUp(rules, request.NextFollowUpOn, "nextFollowUpOn");
        rules.Enforce();
        return changes.RunAsync(
            id,
            seen,
            partnership =>
            {
                partnership.CompleteFollowUp(next);
                return Task.CompletedTask;
            },
            new PartnershipNote("partnership.follow_up", text, On: next),
            cancellationToken);
    }
}

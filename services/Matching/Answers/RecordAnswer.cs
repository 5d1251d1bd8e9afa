using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Proposals;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Answers;

/// <summary>What a party said by other means.</summary>
/// <param name="Side">supplier or hromada.</param>
/// <param name="Accepted">Yes or no.</param>
/// <param name="Reason">Why not; see <see cref="AnswerRequest"/>.</param>
/// <param name="Note">In its own words.</param>
/// <param name="Channel">phone, email, letter or meeting.</param>
/// <param name="AnsweredOn">The day on which it was said, ISO 8601; not in the future.</param>
public sealed record RecordAnswerRequest(
    string? Side = null,
    bool? Accepted = null,
    string? Reason = null,
    string? Note = null,
    string? Channel = null,
    string? AnsweredOn = null);

/// <summary>Staff record an answer on a party's behalf: KS for suppliers, AUC for hromadas; with who, when and how.</summary>
internal sealed class RecordAnswer(ProposalChange changes, TakeAnswer answers, Caller caller)
{
    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">
    /// 400 with everything that is wrong; 403 side_of_others; 404 unknown_proposal; 409 not_released, proposal_withdrawn, already_answered,
    /// proposal_declined, not_your_turn; 412 and 428 by version.
    /// </exception>
    public Task<Proposal> RunAsync(Guid id, RecordAnswerRequest request, Seen seen, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var side = rules.RequiredChoice<Side>(request.Side, "side");
        var (accepted, reason, note) = rules.Answer(new AnswerRequest(request.Accepted, request.Reason, request.Note));
        var channel = rules.RequiredChoice<AnswerChannel>(request.Channel, "channel");
        var on = rules.RequiredDay(request.AnsweredOn, "answeredOn");
        rules.Check(on <= OsloDay.Of(changes.Now), "answeredOn", "in_future", "An answer is recorded once it was given.");
        rules.Enforce();
        if (!(side == Side.Supplier ? caller.IsKs() : caller.IsAuc()))
            throw new Refusal(RefusalKind.Forbidden, "side_of_others", "KS records what suppliers say, AUC what hromadas say.", "side");
        return changes.RunAsync(
            id,
            seen,
            proposal => answers.RunAsync(
                proposal, side, new PartyAnswer(accepted, reason, note, AnswerWay.Recorded, channel, caller.Actor, changes.Now, on), cancellationToken),
            new ProposalNote("proposal.record_answer", AnswerNotes.Text(side, accepted, reason), on),
            cancellationToken);
    }
}

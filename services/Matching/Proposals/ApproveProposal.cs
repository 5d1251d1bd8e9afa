using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>What an approver says.</summary>
/// <param name="Key">ks or auc.</param>
/// <param name="PersonDays">1 to 20000; required while the person-days are assumed.</param>
public sealed record ApproveRequest(string? Key = null, int? PersonDays = null);

/// <summary>Turns one of the two keys; the second one sends the proposal to the supplier.</summary>
internal sealed class ApproveProposal(ProposalChange changes, ReleaseProposal release, Caller caller)
{
    private const int MostPersonDays = 20_000;

    /// <summary>Does it.</summary>
    /// <exception cref="Refusal">
    /// 400 with everything that is wrong, person_days_unconfirmed; 403 key_of_other_side; 404 unknown_proposal; 409
    /// already_approved, same_person, illegal_step, person_days_settled, need_not_available, offer_not_available or the code
    /// of a hard rule; 412 and 428 by version.
    /// </exception>
    public Task<Proposal> RunAsync(
        Guid id, ApproveRequest request, Seen seen, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var key = rules.RequiredChoice<ApprovalKey>(request.Key, "key");
        rules.Check(request.PersonDays is null or (>= 1 and <= MostPersonDays), "personDays", "out_of_range", $"From 1 to {MostPersonDays}.");
        rules.Enforce();
        if (!(key == ApprovalKey.Ks ? caller.IsKs() : caller.IsAuc()))
            throw new Refusal(RefusalKind.Forbidden, "key_of_other_side", "KS coordinators turn the key ks, AUC coordinators the key auc.", "key");
        return changes.RunAsync(
            id,
            seen,
            async proposal =>
            {
                if (proposal.Approve(key, caller.Actor, request.PersonDays, changes.Now))
                    await release.RunAsync(proposal, changes.Now, language, cancellationToken);
            },
            new ProposalNote("proposal.approve", EnumName.Of(key)),
            cancellationToken);
    }
}

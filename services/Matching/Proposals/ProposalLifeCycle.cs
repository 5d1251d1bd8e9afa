using Kommunebro.Contracts;
using Kommunebro.Contracts.Matching;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>What people do with a proposal.</summary>
public enum ProposalStep { Approve, Withdraw, AnswerSupplier, AnswerHromada }

/// <summary>Which steps are legal in which status; all others are refused by name.</summary>
public static class ProposalLifeCycle
{
    private static readonly Dictionary<ProposalStatus, IReadOnlyList<ProposalStep>> Legal = new()
    {
        [ProposalStatus.Proposed] = [ProposalStep.Approve, ProposalStep.Withdraw],
        [ProposalStatus.WithSupplier] = [ProposalStep.AnswerSupplier, ProposalStep.Withdraw],
        [ProposalStatus.WithHromada] = [ProposalStep.AnswerHromada, ProposalStep.Withdraw],
        [ProposalStatus.Accepted] = [],
        [ProposalStatus.Declined] = [],
        [ProposalStatus.Withdrawn] = [],
    };

    /// <summary>Whether <paramref name="step"/> is legal in <paramref name="status"/>.</summary>
    public static bool Allows(ProposalStatus status, ProposalStep step) => Legal[status].Contains(step);

    /// <summary>Passes when <paramref name="step"/> is legal in <paramref name="status"/>.</summary>
    /// <exception cref="Refusal">Conflict illegal_step, with the status and the steps that are legal.</exception>
    public static void Require(ProposalStatus status, ProposalStep step)
    {
        if (Allows(status, step))
            return;
        var possible = Legal[status].Count == 0 ? "no step" : string.Join(", ", Legal[status].Select(WireName.Of));
        throw new Refusal(
            RefusalKind.Conflict,
            "illegal_step",
            $"Cannot {WireName.Of(step)} a proposal that is {WireName.Of(status)}; possible now: {possible}.");
    }
}

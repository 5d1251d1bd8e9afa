using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What the reader may do with a need now. It decides what a page offers; the endpoints decide what is done.</summary>
internal sealed class ReaderSteps(Caller caller, ActingFor<NeedsIntakeDb> acting, TimeProvider clock)
{
    private static readonly AccessPolicy Write = PolicyOf(AccessPolicies.NeedsWrite);

    /// <summary>What the hromada does, or AUC for it; the rest is AUC's alone.</summary>
    private static readonly NeedStep[] OfTheHromada =
    [
        NeedStep.Revise, NeedStep.Withdraw, NeedStep.Answer, NeedStep.Ask, NeedStep.Confirm, NeedStep.Pause, NeedStep.Suspend,
    ];

    private static readonly AccessPolicy Verify = PolicyOf(AccessPolicies.NeedsVerify);

    /// <summary>The steps that are legal now and open to the reader.</summary>
    public async Task<IReadOnlyList<NeedStep>> OfAsync(Need need, KnownMunicipality hromada, CancellationToken cancellationToken)
    {
        var mayWrite = Write.Admits(caller) && await acting.IncludesAsync(hromada.Code, cancellationToken);
        var mayVerify = Verify.Admits(caller);
        return [.. need.StepsAt(clock.GetUtcNow()).Where(step => OfTheHromada.Contains(step) ? mayWrite : mayVerify)];
    }

    private static AccessPolicy PolicyOf(string name)
    {
        var rule = AccessPolicies.All.Single(rule => rule.Name == name);
        return new AccessPolicy(rule.Name, rule.Roles);
    }
}

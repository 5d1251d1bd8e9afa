using Kommunebro.Matching.Engine;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Proposals;

/// <summary>Whether one more supplier may take a part in a need.</summary>
internal static class NeedRoom
{
    /// <summary>Passes when <paramref name="supplierId"/> has no part in the need, and as many others as may share it have not either.</summary>
    /// <exception cref="Refusal">Conflict need_taken.</exception>
    public static void Require(Problem problem, Guid supplierId, Guid needId)
    {
        var suppliers = problem.Decisions.Standing.Where(share => share.NeedId == needId).Select(share => share.SupplierId).ToHashSet();
        if (suppliers.Contains(supplierId))
            throw new Refusal(
                RefusalKind.Conflict, "need_taken", "This supplier is asked to meet a part of the need, meets it or has met it already.");
        if (suppliers.Count > 0 && suppliers.Count >= problem.Scenario.Sharing.MaxSuppliers)
            throw new Refusal(
                RefusalKind.Conflict, "need_taken", $"At most {problem.Scenario.Sharing.MaxSuppliers} may share a need, and as many have a part in this one.");
    }
}

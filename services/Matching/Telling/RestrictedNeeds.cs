using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Telling;

/// <summary>
/// Restricted needs are for the coordinators who work on them. To all others a plan and a shortlist are told without them:
/// a masked pair would still tell by its supplier and its reasons whose need it is, and in which area.
/// </summary>
internal static class RestrictedNeeds
{
    /// <summary>Whether the caller may see them.</summary>
    public static bool SeesRestrictedNeeds(this Caller caller) =>
        caller.HasRole(StaffRole.KsCoordinator) || caller.HasRole(StaffRole.AucCoordinator);

    /// <summary>The plan as all others are told it.</summary>
    public static StoredPlan WithoutRestricted(this StoredPlan plan) => plan with
    {
        Matches = [.. plan.Matches.Where(match => match.Need.Sensitivity != Sensitivity.Restricted)],
        Unmatched = [.. plan.Unmatched.Where(unmatched => unmatched.Need.Sensitivity != Sensitivity.Restricted)],
    };
}

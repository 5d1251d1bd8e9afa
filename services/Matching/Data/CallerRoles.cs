using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Data;

/// <summary>What the caller's roles mean here.</summary>
internal static class CallerRoles
{
    /// <summary>Whether the caller works for the Norwegian side.</summary>
    public static bool IsKs(this Caller caller) => caller.HasRole(StaffRole.KsCoordinator);

    /// <summary>Whether the caller works for the Ukrainian side.</summary>
    public static bool IsAuc(this Caller caller) => caller.HasRole(StaffRole.AucCoordinator);

    /// <summary>Whether the caller works on proposals and partnerships, and so on restricted needs.</summary>
    public static bool IsCoordinator(this Caller caller) => caller.IsKs() || caller.IsAuc();
}

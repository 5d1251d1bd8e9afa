using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Municipalities;

/// <summary>What a municipality says of itself and of what it offers is written by staff of its own association.</summary>
internal static class OwnSide
{
    /// <summary>Makes sure that staff write for their own side: KS for Norwegian municipalities, AUC for hromadas.</summary>
    /// <exception cref="Refusal">Forbidden own_side_only.</exception>
    public static void RequireSide(this Caller caller, Country country)
    {
        if (caller.Kind == CallerKind.Staff && !caller.WritesFor(country))
            throw new Refusal(RefusalKind.Forbidden, "own_side_only", "KS writes for Norwegian municipalities, AUC for hromadas.");
    }

    /// <summary>Whether it is staff that writes for <paramref name="country"/>.</summary>
    public static bool WritesFor(this Caller caller, Country country) =>
        caller.HasRole(country == Country.No ? StaffRole.KsCoordinator : StaffRole.AucCoordinator);
}

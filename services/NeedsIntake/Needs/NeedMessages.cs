using Kommunebro.Contracts.Needs;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>What needs-intake tells the other services of a need; event and snapshot say the same.</summary>
internal static class NeedMessages
{
    /// <summary>The verified need in its whole state.</summary>
    public static NeedVerified ToVerified(this Need need) => new(
        need.Id,
        need.Version,
        need.MunicipalityId,
        need.Statement.Title,
        need.Statement.AreaCode,
        need.Statement.Horizon,
        need.Statement.Urgency,
        need.Statement.DesiredModes,
        need.Statement.PersonDays,
        need.Statement.EffortBand,
        need.Statement.Languages,
        need.Statement.Sensitivity,
        need.Statement.NeededBy,
        need.ExpiresAt ?? throw new InvalidOperationException($"Need {need.Id} is not verified."),
        need.Statement.Illustrative);
}

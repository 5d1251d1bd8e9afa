using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Safety;

/// <summary>How long after its verification a need in or near the war is told to others than those who work on it.</summary>
/// <param name="InOrNearTheWar">Setting Publication:DelayDays, 0 to 3650; 90 days by default.</param>
public sealed record PublicationDelay(TimeSpan InOrNearTheWar)
{
    private const int UsualDays = 90;

    private const int LongestDays = 3650;

    /// <summary>As the settings say.</summary>
    /// <exception cref="SettingException">Out of range.</exception>
    public static PublicationDelay Of(ServiceIdentity identity)
    {
        var days = identity.Settings.GetValue("Publication:DelayDays", UsualDays);
        return days is >= 0 and <= LongestDays
            ? new PublicationDelay(TimeSpan.FromDays(days))
            : throw new SettingException($"Publication:DelayDays is {days}; it must be 0 to {LongestDays}.");
    }
}

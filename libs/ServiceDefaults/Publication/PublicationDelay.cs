using Microsoft.Extensions.Configuration;

namespace Kommunebro.ServiceDefaults;

/// <summary>For how long what must not be told at once is told to nobody but those who work on it.</summary>
/// <param name="Time">Setting Publication:DelayDays, 0 to 3650; 90 days by default.</param>
public sealed record PublicationDelay(TimeSpan Time)
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

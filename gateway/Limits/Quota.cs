using System.Globalization;
using System.Text.Json;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Gateway.Limits;

/// <summary>How many requests within which time.</summary>
/// <param name="Name">As the RateLimit headers call it.</param>
/// <param name="Requests">Requests a window.</param>
/// <param name="Window">The window, in whole seconds.</param>
internal sealed record Quota(string Name, int Requests, TimeSpan Window)
{
    /// <summary>Reads "Gateway:Limits:<paramref name="section"/>".</summary>
    /// <exception cref="SettingException">A value is missing or out of range.</exception>
    public static Quota Of(ServiceIdentity gateway, string section)
    {
        var window = gateway.Require($"Limits:{section}:Window");
        return TimeSpan.TryParse(window, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.FromSeconds(1)
            ? new Quota(JsonNamingPolicy.KebabCaseLower.ConvertName(section), Number(gateway, $"Limits:{section}:Requests"), time)
            : throw new SettingException($"{gateway.Section}:Limits:{section}:Window is '{window}'. It must be at least one second, like 00:01:00.");
    }

    /// <summary>Reads a number of at least 1.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public static int Number(ServiceIdentity gateway, string key) =>
        int.TryParse(gateway.Require(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new SettingException($"{gateway.Section}:{key} is '{gateway.Require(key)}'. It must be a number from 1.");
}

using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.OutsideIssuers;

/// <summary>A misspelled setting must not be one that nobody reads: what guards a sign-in would be missing without a word.</summary>
internal static class SettingNames
{
    /// <summary>Makes sure that <paramref name="section"/> has no other settings than <paramref name="known"/>.</summary>
    /// <exception cref="SettingException">It has one.</exception>
    public static void Require(IConfigurationSection section, params IReadOnlyList<string> known)
    {
        if (section.GetChildren().FirstOrDefault(one => !known.Contains(one.Key, StringComparer.OrdinalIgnoreCase)) is { } other)
            throw new SettingException($"{other.Path} is no setting. There are {string.Join(", ", known)}.");
    }

    /// <summary>Names with one blank between two of them.</summary>
    /// <exception cref="SettingException">There is another blank, so that one name would be empty.</exception>
    public static string Listed(string path, string names) => names.Split(' ').Contains("")
        ? throw new SettingException($"{path} is '{names}'. One blank stands between two names, and none before or after them.")
        : names;
}

namespace Kommunebro.Admin.Profiles;

/// <summary>The closed lists of a profile, as registry names their values.</summary>
public static class ProfileChoices
{
    public static readonly IReadOnlyList<string> Geography =
        ["coast", "river_basin", "mountain", "steppe", "forest", "arctic", "island", "border", "urban", "rural"];

    /// <summary>Those that people here mostly work in; registry takes any of ISO 639-1.</summary>
    public static readonly IReadOnlyList<string> WorkingLanguages = ["nb", "nn", "uk", "en", "pl", "de", "fr"];

    /// <summary>From very little to very much.</summary>
    public static readonly IReadOnlyList<string> Capacities = ["1", "2", "3", "4", "5"];

    public static readonly IReadOnlyList<string> Heads = ["elected", "military_administration"];

    /// <summary>The association of a country's municipalities.</summary>
    public static string AssociationOf(string country) => country == "no" ? "ks" : "auc";
}

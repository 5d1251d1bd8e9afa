using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Admin.Reading;

/// <summary>Who reads this page, in which language, and what the person may.</summary>
public sealed class Reader(Caller caller)
{
    /// <summary>The languages of the platform.</summary>
    public static readonly IReadOnlyList<string> Languages = ["nb", "uk", "en"];

    /// <summary>Light, dark, or as the system says.</summary>
    public static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];

    public string Language { get; private set; } = "en";

    public string Theme { get; private set; } = "auto";

    /// <summary>The person's name; null when nobody is signed in.</summary>
    public string? Name { get; private set; }

    public bool IsSignedIn => caller.Kind == CallerKind.Staff;

    public bool HasRole(string role) => caller.HasRole(role);

    /// <summary>Whether this reader's roles allow <paramref name="policy"/>. The services judge again.</summary>
    public bool May(string policy) => IsSignedIn && AccessPolicies.All.Any(
        rule => rule.Name == policy && rule.Roles.Any(caller.HasRole));

    /// <summary>The roles that allow <paramref name="policy"/>: whom to ask.</summary>
    public static IReadOnlyList<string> RolesFor(string policy) => AccessPolicies.All.Single(rule => rule.Name == policy).Roles;

    /// <summary>Sets language and theme, also of the running request's culture.</summary>
    public void Become(string language, string theme, string? name)
    {
        (Language, Theme, Name) = (language, theme, name);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(language);
    }
}

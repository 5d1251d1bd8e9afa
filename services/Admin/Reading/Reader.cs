using System.Globalization;
using Kommunebro.Admin.SignIn;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Admin.Reading;

/// <summary>Who reads this page, in which language, and what the person may.</summary>
public sealed class Reader(IHttpContextAccessor accessor)
{
    /// <summary>The languages of the platform.</summary>
    public static readonly IReadOnlyList<string> Languages = ["nb", "uk", "en"];

    /// <summary>Light, dark, or as the system says.</summary>
    public static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];

    public string Language { get; private set; } = "en";

    public string Theme { get; private set; } = "auto";

    /// <summary>The person's name; null when nobody is signed in.</summary>
    public string? Name => accessor.HttpContext?.User.FindFirst(StaffTokens.Name)?.Value;

    public bool IsSignedIn => Person.Kind == CallerKind.Staff;

    // The reader is there before the request is authenticated, so that every problem is told in the right language.
    private Caller Person => Caller.Of(accessor.HttpContext?.User);

    public bool HasRole(string role) => Person.HasRole(role);

    /// <summary>Whether this reader writes what the municipalities of a country say: KS of Norway, AUC of Ukraine. Registry judges again.</summary>
    /// <param name="country">no or ua.</param>
    public bool WritesFor(string country) => HasRole(country == "no" ? StaffRole.KsCoordinator : StaffRole.AucCoordinator);

    /// <summary>Whether this reader's roles allow <paramref name="policy"/>. The services judge again.</summary>
    public bool May(string policy) => IsSignedIn && AccessPolicies.All.Any(
        rule => rule.Name == policy && rule.Roles.Any(Person.HasRole));

    /// <summary>Sets language and theme, also of the running request's culture.</summary>
    public void Become(string language, string theme)
    {
        (Language, Theme) = (language, theme);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(language);
    }
}

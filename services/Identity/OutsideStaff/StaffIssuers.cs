using System.Text.RegularExpressions;
using Kommunebro.Contracts;
using Kommunebro.Identity.OutsideIssuers;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>The providers that the settings "Identity:OutsideIssuers:Staff:{id}:…" name; none by default.</summary>
internal sealed partial class StaffIssuers(IReadOnlyList<StaffIssuer> all)
{
    private const string Section = $"{OutsideIssuer.Section}:Staff";
    private const string Metadata = ".well-known/openid-configuration";
    private const string UsualScope = "openid profile email";

    // What the protocol says in them guards the sign-in.
    private static readonly string[] OurParameters =
    [
        "client_id", "client_secret", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "max_age",
        "code_challenge", "code_challenge_method", "request", "request_uri",
    ];

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<StaffIssuer> All => all;

    /// <summary>The one with this id; null when there is none.</summary>
    public StaffIssuer? Find(string id) => all.FirstOrDefault(one => one.Id == id);

    /// <summary>What the settings say.</summary>
    /// <exception cref="SettingException">One is missing or wrong.</exception>
    public static StaffIssuers Of(ServiceIdentity service)
    {
        if (service.Settings.GetSection(OutsideIssuer.Section).GetChildren().FirstOrDefault(one => one.Key is not ("Staff" or "Maskinporten")) is { } other)
            throw new SettingException($"{other.Path} is no setting. There are Staff and Maskinporten.");
        return new StaffIssuers([.. service.Settings.GetSection(Section).GetChildren().Select(one => Read(service, one.Key))]);
    }

    private static StaffIssuer Read(ServiceIdentity service, string id)
    {
        var path = $"{Section}:{id}";
        if (!IdForm().IsMatch(id))
            throw new SettingException($"{service.Section}:{path} has a name that cannot stand in an address. Take small letters, digits and hyphens.");
        var settings = service.Settings.GetSection(path);
        return new StaffIssuer(
            id,
            service.Require($"{path}:DisplayName"),
            OutsideIssuer.Of(service, path, Metadata),
            new StaffIssuerClient(
                service.Require($"{path}:ClientId"), service.Require($"{path}:ClientSecret"), ScopeOf(settings), ParametersOf(settings.GetSection("Parameters"))),
            RolesOf(service.Require($"{path}:RoleClaim"), settings.GetSection("Roles")),
            settings.GetSection("SecondFactor").Exists()
                ? new ClaimRule(service.Require($"{path}:SecondFactor:Claim"), ListOf(settings.GetSection("SecondFactor:Values")))
                : null);
    }

    private static string ScopeOf(IConfigurationSection settings)
    {
        var scope = settings["Scope"] is { Length: > 0 } given ? given : UsualScope;
        return scope.Split(' ').Contains("openid") ? scope : throw new SettingException($"{settings.Path}:Scope must name openid.");
    }

    private static Dictionary<string, string> ParametersOf(IConfigurationSection given)
    {
        var parameters = given.GetChildren().ToDictionary(one => one.Key, one => one.Value ?? "", StringComparer.Ordinal);
        return parameters.Keys.FirstOrDefault(name => OurParameters.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } ours
            ? throw new SettingException($"{given.Path}:{ours} is not for the settings to say.")
            : parameters;
    }

    private static RoleRule RolesOf(string place, IConfigurationSection given)
    {
        var roles = given.GetChildren().ToDictionary(role => role.Key, role => new ClaimRule(place, ListOf(role)), StringComparer.Ordinal);
        if (roles.Keys.FirstOrDefault(role => !StaffRole.All.Contains(role)) is { } unknown)
            throw new SettingException($"{given.Path} names '{unknown}'. The roles are: {string.Join(", ", StaffRole.All)}.");
        return roles.Count > 0 ? new RoleRule(roles) : throw new SettingException($"{given.Path} gives no role to anybody.");
    }

    private static List<string> ListOf(IConfigurationSection given)
    {
        var values = given.GetChildren().Select(one => one.Value ?? "").ToList();
        return values.Count > 0 && !values.Contains("")
            ? values
            : throw new SettingException($"{given.Path} must be a list of values: {given.Path}:0, {given.Path}:1, ….");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex IdForm();
}

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
        SettingNames.Require(service.Settings.GetSection(OutsideIssuer.Section), "Staff", "Maskinporten");
        var all = service.Settings.GetSection(Section).GetChildren().Select(one => Read(service, one.Key)).ToList();
        // A person is known by its issuer: two with one name would give one account now these roles and now those.
        if (all.GroupBy(one => one.Issuer.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SettingException(
                $"{service.Section}:{Section} names the issuer '{twice.Key}' more than once: {string.Join(", ", twice.Select(one => one.Id))}.");
        return new StaffIssuers(all);
    }

    private static StaffIssuer Read(ServiceIdentity service, string id)
    {
        var path = $"{Section}:{id}";
        if (!IdForm().IsMatch(id))
            throw new SettingException($"{service.Section}:{path} has a name that cannot stand in an address. Take small letters, digits and hyphens.");
        var settings = service.Settings.GetSection(path);
        SettingNames.Require(
            settings, "DisplayName", "Issuer", "Metadata", "ClientId", "ClientSecret", "Scope", "Parameters", "RoleClaim", "Roles", "SecondFactor");
        return new StaffIssuer(
            id,
            service.Require($"{path}:DisplayName"),
            OutsideIssuer.Of(service, path, Metadata),
            new StaffIssuerClient(
                service.Require($"{path}:ClientId"), service.Require($"{path}:ClientSecret"), ScopeOf(settings), ParametersOf(settings.GetSection("Parameters"))),
            RolesOf(PlaceOf(service, $"{path}:RoleClaim"), settings.GetSection("Roles")),
            settings.GetSection("SecondFactor").Exists() ? SecondFactorOf(service, $"{path}:SecondFactor") : null);
    }

    private static ClaimRule SecondFactorOf(ServiceIdentity service, string path)
    {
        SettingNames.Require(service.Settings.GetSection(path), "Claim", "Values");
        return new ClaimRule(PlaceOf(service, $"{path}:Claim"), ListOf(service.Settings.GetSection($"{path}:Values")));
    }

    private static string PlaceOf(ServiceIdentity service, string key) => SettingNames.Listed($"{service.Section}:{key}", service.Require(key));

    private static string ScopeOf(IConfigurationSection settings)
    {
        var scope = settings["Scope"] is { Length: > 0 } given ? given : UsualScope;
        return SettingNames.Listed($"{settings.Path}:Scope", scope).Split(' ').Contains("openid") ? scope : throw new SettingException($"{settings.Path}:Scope must name openid.");
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

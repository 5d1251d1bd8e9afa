using Kommunebro.Contracts;
using Kommunebro.Identity.Accounts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>
/// Who must sign in with a second factor: who has one, and who has a role that "Identity:SecondFactor:RequiredFor" names
/// (a list of roles; by default none).
/// </summary>
internal sealed class SecondFactorRule(IReadOnlyList<string> roles)
{
    private const string Setting = "SecondFactor:RequiredFor";

    /// <summary>The rule of a host.</summary>
    /// <exception cref="SettingException">It is no list, or names a role that does not exist.</exception>
    public static SecondFactorRule Of(ServiceIdentity service)
    {
        var given = service.Settings.GetSection(Setting);
        // The binder would read a text as an empty list, and nobody would need anything.
        if (given.Value is { Length: > 0 })
            throw new SettingException($"{given.Path} is '{given.Value}'. It must be a list of roles: {given.Path}:0, {given.Path}:1, ….");
        var roles = given.GetChildren().Select(role => role.Value ?? "").ToList();
        return roles.Find(role => !StaffRole.All.Contains(role)) is { } unknown
            ? throw new SettingException($"{given.Path} names '{unknown}'. The roles are: {string.Join(", ", StaffRole.All)}.")
            : new SecondFactorRule(roles);
    }

    /// <summary>Whether the password alone is not enough for <paramref name="account"/>.</summary>
    public bool Demands(Account account) => account.HasSecondFactor || account.Roles.Any(roles.Contains);
}

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
    /// <exception cref="SettingException">It names a role that does not exist.</exception>
    public static SecondFactorRule Of(ServiceIdentity service)
    {
        var roles = service.Settings.GetSection(Setting).Get<string[]>() ?? [];
        return roles.FirstOrDefault(role => !StaffRole.All.Contains(role)) is { } unknown
            ? throw new SettingException($"{service.Section}:{Setting} names '{unknown}'. The roles are: {string.Join(", ", StaffRole.All)}.")
            : new SecondFactorRule(roles);
    }

    /// <summary>Whether the password alone is not enough for <paramref name="account"/>.</summary>
    public bool Demands(Account account) => account.HasSecondFactor || account.Roles.Any(roles.Contains);
}

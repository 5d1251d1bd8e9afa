using System.Security.Claims;

namespace Kommunebro.ServiceDefaults;

/// <summary>What kind of caller it is.</summary>
public enum CallerKind
{
    /// <summary>Nobody signed in, or no request is being answered.</summary>
    Nobody,

    /// <summary>A person with an account.</summary>
    Staff,

    /// <summary>A partner organisation's client.</summary>
    Partner,

    /// <summary>Another service of the platform.</summary>
    Service,
}

/// <summary>Who makes the current request, as its token says.</summary>
/// <param name="Kind">What kind of caller.</param>
/// <param name="Actor">As audit names it: "staff:{account id}", "client:{client id}", "service:{client id}", or "anonymous".</param>
/// <param name="OrganisationId">The organisation of a partner's client; null for all others.</param>
/// <param name="Roles">Roles of staff.</param>
/// <param name="Scopes">Scopes of a client.</param>
public sealed record Caller(
    CallerKind Kind, string Actor, Guid? OrganisationId, IReadOnlySet<string> Roles, IReadOnlySet<string> Scopes)
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <summary>Nobody.</summary>
    public static readonly Caller Nobody = new(CallerKind.Nobody, "anonymous", null, None, None);

    /// <summary>Whether it is a person with <paramref name="role"/>.</summary>
    public bool HasRole(string role) => Kind == CallerKind.Staff && Roles.Contains(role);

    /// <summary>Whether it is a person with one of <paramref name="roles"/> at least.</summary>
    public bool HasAnyOf(IEnumerable<string> roles) => roles.Any(HasRole);

    /// <summary>The caller that a validated token describes.</summary>
    public static Caller Of(ClaimsPrincipal? user) => user is TokenPrincipal known ? known.Caller : DescribedBy(user);

    /// <summary>The caller that the claims describe, found out anew.</summary>
    internal static Caller DescribedBy(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true })
            return Nobody;
        var scopes = user.FindAll(TokenClaims.Scope).SelectMany(scope => scope.Value.Split(' ')).ToHashSet(StringComparer.Ordinal);
        if (user.FindFirstValue(TokenClaims.Subject) is not { Length: > 0 } subject)
            return Nobody;
        return user.FindFirstValue(TokenClaims.Kind) switch
        {
            TokenClaims.StaffKind => new Caller(CallerKind.Staff, $"staff:{subject}", null, RolesOf(user), None),
            TokenClaims.ServiceKind => new Caller(CallerKind.Service, $"service:{subject}", null, None, scopes),
            TokenClaims.PartnerKind when Guid.TryParse(user.FindFirstValue(TokenClaims.Organisation), out var organisation) =>
                new Caller(CallerKind.Partner, $"client:{subject}", organisation, None, scopes),
            // A partner's client without an organisation, or of a kind that is not known here, gets nothing.
            _ => Nobody,
        };
    }

    private static HashSet<string> RolesOf(ClaimsPrincipal user) =>
        user.FindAll(TokenClaims.Role).Select(role => role.Value).ToHashSet(StringComparer.Ordinal);
}

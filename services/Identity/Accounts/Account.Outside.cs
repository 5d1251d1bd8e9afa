using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Accounts;

// Who signs in at a provider outside, and has no password here.
public sealed partial class Account
{
    /// <summary>The provider at which its owner signs in, as its tokens name it; null for who has a password here.</summary>
    public string? OutsideIssuer { get; private set; }

    /// <summary>As that provider calls the person. It says nothing to anybody else.</summary>
    public string? OutsideSubject { get; private set; }

    /// <summary>Whether a letter waits for its owner to choose how to sign in.</summary>
    public bool IsInvited => PasswordHash is null && OutsideIssuer is null;

    /// <summary>Lets its owner sign in at a provider from now on, and there alone: whom that lets go must not come in by a password.</summary>
    public void SignInAt(string issuer, string subject, IReadOnlyList<string> roles)
    {
        (OutsideIssuer, OutsideSubject) = (issuer, subject);
        (PasswordHash, PasswordIsTemporary, SecurityStamp) = (null, false, NewStamp());
        TakeRoles(roles);
    }

    /// <summary>Takes the roles that the provider gives now.</summary>
    public void TakeRoles(IReadOnlyList<string> roles)
    {
        Roles = roles;
        Version++;
    }

    /// <summary>Ends signing in at the provider, and what was signed in; an invitation lets it choose a password.</summary>
    /// <exception cref="Refusal">Conflict not_outside.</exception>
    public void LeaveOutside()
    {
        if (OutsideIssuer is null)
            throw new Refusal(RefusalKind.Conflict, "not_outside", "The account signs in here.");
        (OutsideIssuer, OutsideSubject) = (null, null);
        (PasswordIsTemporary, SecurityStamp) = (true, NewStamp());
        Version++;
    }

    private void RequireInside()
    {
        if (OutsideIssuer is not null)
            throw new Refusal(RefusalKind.Conflict, "signs_in_outside", "Its owner signs in at a provider outside, and has no password here.");
    }
}

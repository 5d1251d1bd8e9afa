using System.Security.Cryptography;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Identity;

namespace Kommunebro.Identity.Accounts;

/// <summary>
/// A member of KS's or AUC's staff. Name and e-mail are personal values: they live here, and go nowhere else but to who
/// writes or shows them at that moment.
/// </summary>
public sealed partial class Account : IdentityUser<Guid>
{
    private Account()
    {
    }

    /// <summary>Rises with each change that a person makes; the ETag.</summary>
    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>nb, uk or en: in which notices are written.</summary>
    public string Language { get; private set; } = "";

    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>False: it signs in no more, and what was signed in has ended.</summary>
    public bool Active { get; private set; }

    /// <summary>True until its owner has chosen a password that nobody else knows.</summary>
    public bool PasswordIsTemporary { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last said that its owner has forgotten the password.</summary>
    public DateTimeOffset? LetterAskedAt { get; private set; }

    public static Account Open(string email, string name, string language, IReadOnlyList<string> roles, DateTimeOffset now)
    {
        var account = new Account { Id = Guid.CreateVersion7(now), CreatedAt = now, Active = true, LockoutEnabled = true };
        account.Change(email, name, language, roles);
        return account;
    }

    /// <summary>An e-mail as accounts are looked up by it, whatever its case.</summary>
    public static string LookUpForm(string email) => email.Normalize().ToUpperInvariant();

    /// <summary>Takes what the administrator says about the person; with another e-mail what was signed in ends.</summary>
    public void Change(string email, string name, string language, IReadOnlyList<string> roles)
    {
        (Email, UserName, Name, Language, Roles) = (email, email, name, language, roles);
        // As the framework looks it up.
        var lookUpForm = LookUpForm(email);
        // Links that lie in the mailbox of before must open nothing.
        if (lookUpForm != NormalizedEmail)
            SecurityStamp = NewStamp();
        NormalizedEmail = NormalizedUserName = lookUpForm;
        Version++;
    }

    /// <summary>Lets it sign in, or ends that at once for what is signed in, too.</summary>
    public void SetActive(bool active)
    {
        Active = active;
        SecurityStamp = NewStamp();
        Version++;
    }

    /// <summary>A password that the administrator knows; the person must choose another one first of all.</summary>
    /// <exception cref="Refusal">Conflict signs_in_outside.</exception>
    public void GiveTemporaryPassword(string hash)
    {
        RequireInside();
        Take(hash);
        PasswordIsTemporary = true;
        Unlock();
    }

    /// <summary>Waits for its owner to choose the first password, by the link of a letter; a temporary one ends.</summary>
    /// <exception cref="Refusal">Conflict signs_in_outside, has_password, already_inactive.</exception>
    public void Invite()
    {
        RequireInside();
        if (!Active)
            throw new Refusal(RefusalKind.Conflict, "already_inactive", "The account is inactive. Activate it first.");
        if (!PasswordIsTemporary)
            throw new Refusal(RefusalKind.Conflict, "has_password", "Its owner has chosen a password. Who has forgotten it asks for a letter at the sign-in page.");
        (PasswordHash, SecurityStamp) = (null, NewStamp());
        Version++;
    }

    /// <summary>A password that only its owner knows.</summary>
    public void ChoosePassword(string hash)
    {
        Take(hash);
        PasswordIsTemporary = false;
        // Where a code must follow, a letter is half the way, as a password is: wrong codes still count.
        if (!HasSecondFactor)
            Unlock();
    }

    // A new password ends what was signed in with the old one.
    private void Take(string hash)
    {
        (PasswordHash, SecurityStamp) = (hash, NewStamp());
        Version++;
    }

    private void Unlock() => (LockoutEnd, AccessFailedCount) = (null, 0);

    /// <summary>Another one: what was signed in with the one before ends.</summary>
    internal static string NewStamp() => RandomNumberGenerator.GetHexString(32);
}

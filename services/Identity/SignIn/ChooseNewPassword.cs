using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Pages;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Identity;

namespace Kommunebro.Identity.SignIn;

/// <summary>Gives an account the password that its owner chose; what was signed in with the old one ends.</summary>
internal sealed class ChooseNewPassword(IdentityDb db, IPasswordHasher<Account> hasher, AuditActor actor)
{
    /// <summary>What is wrong with the password; nothing when it was taken.</summary>
    public async Task<IReadOnlyList<Fault>> RunAsync(
        Account account, string password, string again, PageTexts texts, CancellationToken cancellationToken)
    {
        var faults = FaultsOf(account, password, again, texts);
        if (faults.Count > 0)
            return faults;
        actor.Who = $"staff:{account.Id}";
        var before = AccountChange.StateOf(account);
        account.ChoosePassword(hasher.HashPassword(account, password));
        db.Audit("account.choose-password", "account", $"{account.Id}", before, AccountChange.StateOf(account));
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    private List<Fault> FaultsOf(Account account, string password, string again, PageTexts texts)
    {
        var faults = new List<Fault>();
        if (!PasswordRule.Holds(password))
            faults.Add(new Fault("password", texts.PasswordLength));
        else if (hasher.VerifyHashedPassword(account, account.PasswordHash!, password) != PasswordVerificationResult.Failed)
            faults.Add(new Fault("password", texts.PasswordOld));
        if (password != again)
            faults.Add(new Fault("again", texts.PasswordsDiffer));
        return faults;
    }
}

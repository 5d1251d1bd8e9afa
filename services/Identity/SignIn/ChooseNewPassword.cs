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
        var faults = NewPasswordFaults.Of(hasher, account, password, again, texts);
        if (faults.Count > 0)
            return faults;
        actor.Who = $"staff:{account.Id}";
        var before = AccountChange.StateOf(account);
        account.ChoosePassword(hasher.HashPassword(account, password));
        db.Audit("account.choose-password", "account", $"{account.Id}", before, AccountChange.StateOf(account));
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }
}

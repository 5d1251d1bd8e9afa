using Kommunebro.Identity.Accounts;
using Kommunebro.Identity.Pages;
using Microsoft.AspNetCore.Identity;

namespace Kommunebro.Identity.SignIn;

/// <summary>What is wrong with a password that its owner chose.</summary>
internal static class NewPasswordFaults
{
    /// <summary>Its length, that it is the one before, or that the two differ.</summary>
    public static List<Fault> Of(IPasswordHasher<Account> hasher, Account account, string password, string again, PageTexts texts)
    {
        var faults = new List<Fault>();
        if (!PasswordRule.Holds(password))
            faults.Add(new Fault("password", texts.PasswordLength));
        else if (account.PasswordHash is { } hash && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed)
            faults.Add(new Fault("password", texts.PasswordOld));
        if (password != again)
            faults.Add(new Fault("again", texts.PasswordsDiffer));
        return faults;
    }
}

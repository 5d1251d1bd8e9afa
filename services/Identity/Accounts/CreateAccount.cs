using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Accounts;

/// <summary>Opens an account: by the REST face, by the command for the first administrator, or by the local mode.</summary>
public sealed class CreateAccount(IdentityDb db, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Opens it with <paramref name="password"/>, or with a temporary one when that is null.</summary>
    /// <returns>The account and its password.</returns>
    /// <exception cref="Refusal">Invalid with all violations; password_length; conflict email_taken.</exception>
    public async Task<AccountWithPassword> RunAsync(AccountRequest request, string? password, CancellationToken cancellationToken)
    {
        var (email, name, language, roles) = AccountRules.Check(request);
        if (password is not null && !PasswordRule.Holds(password))
            throw new Refusal(
                RefusalKind.Invalid, "password_length", $"A password has {PasswordRule.Shortest} to {PasswordRule.Longest} characters.", "password");
        var account = Account.Open(email, name, language, roles, clock.Now());
        var given = password ?? PasswordRule.Make();
        var hash = hasher.HashPassword(account, given);
        if (password is null)
            account.GiveTemporaryPassword(hash);
        else
            account.ChoosePassword(hash);
        db.Add(account);
        db.Audit("account.create", "account", $"{account.Id}", before: null, AccountChange.StateOf(account));
        await AccountChange.SaveAsync(db, cancellationToken);
        return new AccountWithPassword(AccountView.Of(account, clock.GetUtcNow()), given);
    }

    /// <summary>
    /// POST /api/v1/accounts: 201 with the account and its temporary password, told this once. 400 with everything that is
    /// wrong; 409 email_taken. Takes no Idempotency-Key, since the answer holds a secret: who lost it gives a new password.
    /// </summary>
    internal static async Task<Created<AccountWithPassword>> HandleAsync(
        AccountRequest request, HttpContext http, CreateAccount create, CancellationToken cancellationToken)
    {
        var created = await create.RunAsync(request, password: null, cancellationToken);
        ETag.Set(http, created.Account.Version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/accounts/{created.Account.Id}", created);
    }
}

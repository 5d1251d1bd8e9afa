using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Kommunebro.Identity.Accounts;

/// <summary>Changes of an account.</summary>
internal static class ChangeAccount
{
    /// <summary>
    /// PUT /api/v1/accounts/{id} with If-Match: 200 with the account. Roles count from the next token on, ten minutes at
    /// most. 400 with everything that is wrong; 404 account_not_found; 409 email_taken, last_administrator; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<AccountView>> ReviseAsync(
        Guid id, AccountRequest request, HttpContext http, AccountChange changes, CancellationToken cancellationToken)
    {
        var (email, name, language, roles) = AccountRules.Check(request);
        return TypedResults.Ok(await changes.RunAsync(
            http, id, "account.revise", account => account.Change(email, name, language, roles), cancellationToken));
    }

    /// <summary>
    /// POST /api/v1/accounts/{id}/deactivate with If-Match: 200 with the account's status. It signs in no more, its refresh
    /// tokens end, and its access tokens live ten minutes at most. 404 account_not_found; 409 already_inactive,
    /// last_administrator; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<AccountStatus>> DeactivateAsync(
        Guid id, HttpContext http, AccountChange changes, CancellationToken cancellationToken) =>
        TypedResults.Ok(AccountStatus.Of(await changes.RunAsync(http, id, "account.deactivate", Deactivate, cancellationToken)));

    /// <summary>
    /// POST /api/v1/accounts/{id}/activate with If-Match: 200 with the account's status; it signs in with its password
    /// again. 404 account_not_found; 409 already_active; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<AccountStatus>> ActivateAsync(
        Guid id, HttpContext http, AccountChange changes, CancellationToken cancellationToken) =>
        TypedResults.Ok(AccountStatus.Of(await changes.RunAsync(http, id, "account.activate", Activate, cancellationToken)));

    /// <summary>
    /// POST /api/v1/accounts/{id}/password with If-Match: 200 with the account and a new temporary password, told this once.
    /// It ends a lock, and whatever was signed in with the old one. 404 account_not_found; 409 signs_in_outside; 412 and 428 by version. Takes no
    /// Idempotency-Key, since the answer holds a secret.
    /// </summary>
    public static async Task<Ok<AccountWithPassword>> GivePasswordAsync(
        Guid id, HttpContext http, AccountChange changes, IPasswordHasher<Account> hasher, CancellationToken cancellationToken)
    {
        var password = PasswordRule.Make();
        var account = await changes.RunAsync(
            http, id, "account.give-password", one => one.GiveTemporaryPassword(hasher.HashPassword(one, password)), cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new AccountWithPassword(account, password));
    }

    /// <summary>
    /// DELETE /api/v1/accounts/{id}/second-factor with If-Match: 200 with the account, for somebody who has lost authenticator
    /// and recovery codes. What was signed in ends. 404 account_not_found; 409 no_second_factor; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<AccountView>> EndSecondFactorAsync(
        Guid id, HttpContext http, AccountChange changes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await changes.RunAsync(
            http, id, "account.end-second-factor", account => account.EndSecondFactor(), cancellationToken));

    /// <summary>Ends signing in.</summary>
    /// <exception cref="Refusal">Conflict already_inactive.</exception>
    public static void Deactivate(Account account)
    {
        if (!account.Active)
            throw new Refusal(RefusalKind.Conflict, "already_inactive", "The account is inactive already.");
        account.SetActive(false);
    }

    /// <summary>Allows signing in again.</summary>
    /// <exception cref="Refusal">Conflict already_active.</exception>
    public static void Activate(Account account)
    {
        if (account.Active)
            throw new Refusal(RefusalKind.Conflict, "already_active", "The account is active already.");
        account.SetActive(true);
    }
}

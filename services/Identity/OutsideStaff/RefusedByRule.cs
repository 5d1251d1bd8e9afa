using Kommunebro.Identity.Data;
using Kommunebro.Identity.SignIn;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.OutsideStaff;

/// <summary>What the rules of accounts say to who comes from a provider.</summary>
internal static class RefusedByRule
{
    // Two sign-ins of one person, or an administrator at the same account, at the same moment; more is something else.
    private const int MostTries = 3;

    /// <summary>The reason that stands in the audit and on the page for what an account's rule refused.</summary>
    public static SignInRefusal Of(Refusal refusal) => refusal switch
    {
        { Code: "last_administrator" } => SignInRefusal.LastAdministrator,
        { Code: "email_taken" } => SignInRefusal.EmailTaken,
        { Code: "person_taken" } => SignInRefusal.PersonTaken,
        { Code: "account_not_found" } => SignInRefusal.UnknownAccount,
        { Kind: RefusalKind.Invalid } => SignInRefusal.UnusableClaims,
        _ => throw refusal,
    };

    /// <summary>Does it, and once more from what is stored then when somebody else was faster.</summary>
    public static async Task<T> UnlessOvertakenAsync<T>(IdentityDb db, Func<Task<T>> act)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

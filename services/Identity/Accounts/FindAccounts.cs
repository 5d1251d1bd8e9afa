using Kommunebro.Contracts;
using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Accounts;

/// <summary>Looks at accounts.</summary>
internal static class FindAccounts
{
    /// <summary>
    /// GET /api/v1/accounts?role=…&amp;active=…&amp;limit=…&amp;cursor=…: 200 with a page, oldest first. 400 unknown_value
    /// (role), out_of_range (limit), invalid_cursor.
    /// </summary>
    public static async Task<Ok<Page<AccountView>>> ListAsync(
        string? role, bool? active, [AsParameters] PageRequest page, HttpContext http, IdentityDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        new Rules().Check(
            role is null || StaffRole.All.Contains(role), "role", "unknown_value", $"Must be one of: {string.Join(", ", StaffRole.All)}.").Enforce();
        var size = page.Size();
        var accounts = db.Accounts.AsNoTracking();
        if (role is not null)
            accounts = accounts.Where(account => account.Roles.Contains(role));
        if (active is not null)
            accounts = accounts.Where(account => account.Active == active);
        if (IdCursor.Of(page) is { } last)
            accounts = accounts.Where(account => account.Id > last);
        var rows = await accounts.OrderBy(account => account.Id).Take(size + 1).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(Page.Of(rows.ConvertAll(row => AccountView.Of(row, now)), size, row => IdCursor.After(row.Id)).WithLink(http));
    }

    /// <summary>GET /api/v1/accounts/{id}: 200 with the account and its ETag. 404 account_not_found.</summary>
    public static async Task<Ok<AccountView>> GetAsync(
        Guid id, HttpContext http, IdentityDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw AccountChange.NotFound();
        ETag.Set(http, account.Version);
        return TypedResults.Ok(AccountView.Of(account, clock.GetUtcNow()));
    }

    /// <summary>Every account, oldest first.</summary>
    public static IAsyncEnumerable<Account> All(IdentityDb db) =>
        db.Accounts.AsNoTracking().OrderBy(account => account.Id).AsAsyncEnumerable();

    /// <summary>The id of the account that an operator calls by it or by its e-mail.</summary>
    /// <exception cref="Refusal">account_not_found: no account has this e-mail.</exception>
    public static async Task<Guid> IdOfAsync(IdentityDb db, string idOrEmail, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(idOrEmail, out var id))
            return id;
        var email = Account.LookUpForm(idOrEmail);
        return await db.Accounts.Where(account => account.NormalizedEmail == email).Select(account => (Guid?)account.Id)
            .SingleOrDefaultAsync(cancellationToken) ?? throw AccountChange.NotFound();
    }
}

using Kommunebro.Admin.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Admin.Views;

/// <summary>The saved views of the signed-in person, and those that others share.</summary>
public sealed class SavedViews(AdminDb db, IHttpContextAccessor accessor)
{
    /// <summary>How many a person keeps of one list.</summary>
    public const int Most = 10;

    /// <summary>How many a page shows.</summary>
    private const int MostShown = 12;

    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    private string Account => accessor.HttpContext!.User.FindFirst(TokenClaims.Subject)!.Value;

    /// <summary>Whether the signed-in person keeps it.</summary>
    public bool IsMine(SavedView view) => view.Owner == Account;

    /// <summary>Those of the list on <paramref name="page"/>, by name, the person's own first; at most twelve.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(string page)
    {
        var account = Account;
        return await db.SavedViews.AsNoTracking().Where(view => view.Page == page && (view.Owner == account || view.IsShared))
            .OrderByDescending(view => view.Owner == account).ThenBy(view => view.Name).Take(MostShown).ToListAsync();
    }

    /// <summary>Keeps a view; one of the same name is replaced. False when there are too many.</summary>
    public async Task<bool> KeepAsync(string page, string name, string query, bool isShared)
    {
        var account = Account;
        var mine = db.SavedViews.Where(view => view.Page == page && view.Owner == account);
        if (await mine.CountAsync(view => view.Name != name) >= Most)
            return false;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into saved_views (id, page, owner, name, query, is_shared) values ({Guid.CreateVersion7()}, {page}, {account}, {name}, {query}, {isShared})
            on conflict (page, owner, name) do update set query = excluded.query, is_shared = excluded.is_shared
            """);
        return true;
    }

    /// <summary>Forgets one of the person's own.</summary>
    public async Task ForgetAsync(Guid id)
    {
        var account = Account;
        await db.SavedViews.Where(view => view.Id == id && view.Owner == account).ExecuteDeleteAsync();
    }
}

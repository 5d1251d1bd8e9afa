using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Lists the scenarios that are in use, newest first.</summary>
internal static class ListScenarios
{
    /// <summary>200 with a page. 400 out_of_range, invalid_cursor, unknown_language.</summary>
    public static async Task<Ok<Page<ScenarioView>>> HandleAsync(
        string? lang, [AsParameters] PageRequest page, HttpContext http, MatchingDb db, ScenarioTeller teller, CancellationToken cancellationToken)
    {
        var language = ReaderLanguage.Of(lang, http);
        var size = page.Size();
        var scenarios = db.Scenarios.AsNoTracking().Where(scenario => scenario.ArchivedAt == null);
        if (page.Cursor is not null)
        {
            var last = Guid.TryParse(Cursor.Decode(page.Cursor, 1)[0], out var id) ? id : throw Cursor.Invalid();
            scenarios = scenarios.Where(scenario => scenario.Id < last);
        }

        var found = await scenarios.OrderByDescending(scenario => scenario.Id).Take(size + 1).ToListAsync(cancellationToken);
        var views = await teller.TellAsync(found, language, cancellationToken);
        return TypedResults.Ok(Page.Of(views, size, view => Cursor.Encode($"{view.Id}")).WithLink(http));
    }
}

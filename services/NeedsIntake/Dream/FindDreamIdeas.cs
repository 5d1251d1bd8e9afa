using System.Globalization;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Dream;

/// <summary>Ideas of DREAM that wait for a person, or were decided.</summary>
internal static class FindDreamIdeas
{
    // What DREAM itself has ended is no draft of a need any more.
    private static readonly string[] Alive = ["pending", "active"];

    /// <summary>
    /// GET /api/v1/needs/dream-ideas?state=…&amp;municipality=…&amp;limit=…&amp;cursor=…: 200 with a page, the latest change first; waiting ones that
    /// DREAM has not ended when no state is given. 400 unknown_value (state), those of codes (municipality), out_of_range (limit), invalid_cursor.
    /// </summary>
    public static async Task<Ok<Page<DreamIdeaView>>> HandleAsync(
        string? state,
        string? municipality,
        [AsParameters] PageRequest page,
        HttpContext http,
        NeedsIntakeDb db,
        CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var wanted = rules.Choice<DreamIdeaState>(state, "state") ?? DreamIdeaState.Waiting;
        if (municipality is not null)
            rules.IsHromada(municipality, "municipality");
        rules.Enforce();
        var size = page.Size();
        var ideas = After(page.Cursor, db.Set<DreamIdea>().AsNoTracking().Where(idea => idea.State == wanted));
        if (state is null)
            ideas = ideas.Where(idea => Alive.Contains(idea.Status));
        if (municipality is not null)
            ideas = ideas.Where(idea => idea.MunicipalityCode == municipality);
        var rows = await ideas.OrderByDescending(idea => idea.UpdatedAt).ThenByDescending(idea => idea.DreamId).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(
            rows.ConvertAll(DreamIdeaView.Of), size, idea => Cursor.Encode(idea.UpdatedAt.ToString("O", CultureInfo.InvariantCulture), idea.DreamId)).WithLink(http));
    }

    private static IQueryable<DreamIdea> After(string? cursor, IQueryable<DreamIdea> ideas)
    {
        if (cursor is null)
            return ideas;
        var values = Cursor.Decode(cursor, 2);
        if (!DateTimeOffset.TryParseExact(values[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            throw Cursor.Invalid();
        var (moment, id) = (at.ToUniversalTime(), values[1]);
        return ideas.Where(idea => EF.Functions.LessThan(ValueTuple.Create(idea.UpdatedAt, idea.DreamId), ValueTuple.Create(moment, id)));
    }
}

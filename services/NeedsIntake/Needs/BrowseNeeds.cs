using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.NeedsIntake.Directory;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Needs;

/// <summary>Which needs staff want to see; what is null or empty does not matter.</summary>
/// <param name="Statuses">Any of them.</param>
/// <param name="Query">Words of the title or of the hromada's name, or the beginning of its code.</param>
/// <param name="AreaCode">The area's code.</param>
/// <param name="RegionCode">The oblast's two digits.</param>
/// <param name="Urgency">1 to 4; 0 for all.</param>
/// <param name="Category">outside_war_zone or war_zone.</param>
/// <param name="Sort">triage, submitted_at, urgency, hromada or area; a minus reverses.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">20, 50 or 100.</param>
internal sealed record NeedBrowse(
    IReadOnlyList<string> Statuses,
    string? Query,
    string? AreaCode,
    string? RegionCode,
    int Urgency,
    string? Category,
    string? Sort,
    int Page,
    int PageSize);

/// <summary>A numbered page of needs, for staff. What is masked for the reader is not in it: its place in the order would tell of it.</summary>
internal static class BrowseNeeds
{
    private const int LongestQuery = 200;

    /// <summary>The page, names in the order of the alphabet of <paramref name="language"/>, and how many there are.</summary>
    /// <exception cref="Refusal">Every field that is wrong.</exception>
    public static async Task<(IReadOnlyList<NeedRow> Rows, int Total)> RunAsync(
        NeedBrowse browse, IQueryable<NeedRow> visible, string language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var page = NumberedPage.Take(rules, browse.Page, browse.PageSize);
        var sort = ListSort.Take(rules, browse.Sort, "sort", "triage", "submitted_at", "urgency", "hromada", "area");
        var found = Named(Matching(rules, browse, visible), rules.Line(browse.Query, "query", LongestQuery));
        rules.Enforce();
        var rows = await Sorted(found, sort, language, Seasons.PressingOn(now)).ThenBy(row => row.Need.Id)
            .Skip(page.Before).Take(page.Size).ToListAsync(cancellationToken);
        return (rows, await found.CountAsync(cancellationToken));
    }

    private static IQueryable<NeedRow> Matching(Rules rules, NeedBrowse browse, IQueryable<NeedRow> rows)
    {
        NeedStatus[] statuses = [.. browse.Statuses.Select((name, i) => rules.Choice<NeedStatus>(name, $"statuses[{i}]")).OfType<NeedStatus>()];
        var category = rules.Choice<ProgrammeCategory>(browse.Category, "category");
        rules.Check(browse.Urgency is >= 0 and <= 4, "urgency", "out_of_range", "From 1 (low) to 4 (critical), or 0 for all.");
        if (statuses.Length > 0)
            rows = rows.Where(row => statuses.Contains(row.Need.Status));
        if (browse.AreaCode is { } area)
            rows = rows.Where(row => row.Need.Statement.AreaCode == area);
        if (browse.RegionCode is { } region)
            rows = rows.Where(row => row.Hromada.RegionCode == region);
        if (browse.Urgency > 0)
            rows = rows.Where(row => row.Need.Statement.Urgency == browse.Urgency);
        return category is null ? rows : rows.Where(row => row.Hromada.Category == category);
    }

    /// <summary>Each word must stand in the title or in the hromada's name, in any language; or the code begins with the text.</summary>
    private static IQueryable<NeedRow> Named(IQueryable<NeedRow> rows, string? query)
    {
        if (string.IsNullOrEmpty(query))
            return rows;
        var code = LikePattern.StartingWith(query);
        if (query.StartsWith("UA", StringComparison.OrdinalIgnoreCase) && query.Any(char.IsAsciiDigit))
            return rows.Where(row => EF.Functions.ILike(row.Hromada.Code, code, "\\"));
        foreach (var word in query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var part = LikePattern.Containing(word);
            rows = rows.Where(row =>
                EF.Functions.ILike(
                    EF.Functions.Collate(EF.Property<string>(row.Need, NeedMapping.AllTitles), ReaderCollation.AnyLanguage), part, "\\")
                || EF.Functions.ILike(
                    EF.Functions.Collate(EF.Property<string>(row.Hromada, NameColumns.AllNames), ReaderCollation.AnyLanguage), part, "\\"));
        }

        return rows;
    }

    private static IOrderedQueryable<NeedRow> Sorted(IQueryable<NeedRow> rows, ListSort sort, string language, Season pressing)
    {
        var (name, collation) = (NameColumns.For(language), ReaderCollation.Of(language));
        return sort.By switch
        {
            "submitted_at" => sort.Apply(rows, row => row.Need.SubmittedAt),
            "urgency" => sort.Apply(rows, row => row.Need.Statement.Urgency),
            "hromada" => sort.Apply(rows, row => EF.Functions.Collate(EF.Property<string>(row.Hromada, name), collation)),
            "area" => sort.Apply(rows, row => EF.Functions.Collate(EF.Property<string>(row.Area, name), collation)),
            // The most urgent first; of those what the season presses, and then the one that has waited longest.
            _ => sort.Descending
                ? rows.OrderBy(row => row.Need.Statement.Urgency)
                    .ThenBy(row => row.Need.Statement.Season == pressing).ThenByDescending(row => row.Need.SubmittedAt)
                : rows.OrderByDescending(row => row.Need.Statement.Urgency)
                    .ThenByDescending(row => row.Need.Statement.Season == pressing).ThenBy(row => row.Need.SubmittedAt),
        };
    }
}

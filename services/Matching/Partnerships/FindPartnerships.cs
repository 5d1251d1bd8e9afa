using System.Linq.Expressions;
using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.ReadModel;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Partnerships;

/// <summary>Which partnerships a person wants to see; what is empty does not matter.</summary>
/// <param name="Stages">By name.</param>
/// <param name="Query">Words of a party's name, or an official code.</param>
/// <param name="FollowUpUntil">Only those with a follow-up on or before this day, ISO 8601.</param>
/// <param name="Sort">follow_up_on (soonest first, none last), started_at (newest first), supplier, hromada, stage; a minus reverses.</param>
/// <param name="Page">From 1; 0 for the first.</param>
/// <param name="PageSize">20, 50 or 100; 0 for 20.</param>
internal sealed record PartnershipQuery(
    IReadOnlyList<string> Stages, string Query, string FollowUpUntil, string Sort, int Page, int PageSize);

/// <summary>A page of partnerships for a person, with the total.</summary>
internal sealed class FindPartnerships(VisiblePartnerships visible, PartnershipTeller teller)
{
    /// <summary>The page and how many there are in all.</summary>
    /// <exception cref="Refusal">With every field that is wrong: unknown_value, invalid_date, out_of_range, too_long.</exception>
    public async Task<(IReadOnlyList<PartnershipView> Rows, int Total)> PageAsync(
        PartnershipQuery query, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var stages = query.Stages.Select((name, at) => rules.RequiredChoice<PartnershipStage>(name, $"stages[{at}]")).ToList();
        var until = rules.Day(query.FollowUpUntil, "follow_up_until");
        var sort = ListSort.Take(rules, query.Sort, "sort", "follow_up_on", "started_at", "supplier", "hromada", "stage");
        var page = NumberedPage.Take(rules, query.Page, query.PageSize);
        rules.Line(query.Query, "query", longest: 200);
        rules.Enforce();

        var rows = Searched(await visible.RowsAsync(cancellationToken), query.Query);
        if (stages.Count > 0)
            rows = rows.Where(row => stages.Contains(row.Partnership.Stage));
        if (until is not null)
            rows = rows.Where(row => row.Partnership.FollowUpOn <= until);
        var total = await rows.CountAsync(cancellationToken);
        var found = await Sorted(rows, sort, language).ThenBy(row => row.Partnership.Id)
            .Skip(page.Before).Take(page.Size).ToListAsync(cancellationToken);
        return (await teller.TellAsync(found, language, cancellationToken), total);
    }

    private static IQueryable<PartnershipRow> Searched(IQueryable<PartnershipRow> rows, string query)
    {
        foreach (var pattern in NameSearch.PatternsOf(query))
            rows = rows.Where(row => EF.Functions.ILike(
                EF.Functions.Collate(
                    row.Supplier.Code + " " + row.Supplier.Nb + " " + row.Supplier.Uk + " " + row.Supplier.En + " "
                    + row.Hromada.Code + " " + row.Hromada.Nb + " " + row.Hromada.Uk + " " + row.Hromada.En,
                    ReaderCollation.AnyLanguage),
                pattern,
                "\\"));
        return rows;
    }

    private static IOrderedQueryable<PartnershipRow> Sorted(IQueryable<PartnershipRow> rows, ListSort sort, string language)
    {
        var name = NameSearch.SortName(language);
        return sort.By switch
        {
            "follow_up_on" => Order(rows, row => row.Partnership.FollowUpOn ?? DateOnly.MaxValue, sort.Descending),
            "started_at" => Order(rows, row => row.Partnership.StartedAt, !sort.Descending),
            "stage" => Order(rows, StageOrder, sort.Descending),
            "supplier" => Order(rows, NameSearch.Of<PartnershipRow>(row => row.Supplier, name), sort.Descending),
            _ => Order(rows, NameSearch.Of<PartnershipRow>(row => row.Hromada, name), sort.Descending),
        };
    }

    // As the life-cycle goes, not as the alphabet does.
    private static Expression<Func<PartnershipRow, int>> StageOrder => row =>
        row.Partnership.Stage == PartnershipStage.FirstTalk ? 0
        : row.Partnership.Stage == PartnershipStage.Exploring ? 1
        : row.Partnership.Stage == PartnershipStage.LetterOfIntent ? 2
        : row.Partnership.Stage == PartnershipStage.AcuteHelp ? 3
        : row.Partnership.Stage == PartnershipStage.Active ? 4
        : row.Partnership.Stage == PartnershipStage.Closed ? 5 : 6;

    private static IOrderedQueryable<PartnershipRow> Order<TKey>(
        IQueryable<PartnershipRow> rows, Expression<Func<PartnershipRow, TKey>> key, bool descending) =>
        descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}

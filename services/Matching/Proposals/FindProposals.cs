using Kommunebro.Contracts.Matching;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.ReadModel;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Proposals;

/// <summary>Which proposals a person wants to see; what is empty does not matter.</summary>
/// <param name="Statuses">By name.</param>
/// <param name="RunId">Of this run alone.</param>
/// <param name="Query">Words of a party's name or of the need's title, or an official code.</param>
/// <param name="AreaCode">The competence that would be used.</param>
/// <param name="WaitsForKey">ks or auc.</param>
/// <param name="Sort">score and urgency (highest first), proposed_at (newest first), supplier, hromada; a minus reverses.</param>
/// <param name="Page">From 1; 0 for the first.</param>
/// <param name="PageSize">20, 50 or 100; 0 for 20.</param>
internal sealed record ProposalQuery(
    IReadOnlyList<string> Statuses, string RunId, string Query, string AreaCode, string WaitsForKey, string Sort, int Page, int PageSize);

/// <summary>A page of proposals for a person, with the total.</summary>
internal sealed class FindProposals(MatchingDb db, VisibleProposals visible, ProposalTeller teller)
{
    /// <summary>The page and how many there are in all.</summary>
    /// <exception cref="Refusal">With every field that is wrong: unknown_value, invalid_id, out_of_range, too_long.</exception>
    public async Task<(IReadOnlyList<ProposalView> Rows, int Total)> PageAsync(
        ProposalQuery query, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var statuses = query.Statuses.Select((name, at) => rules.RequiredChoice<ProposalStatus>(name, $"statuses[{at}]")).ToList();
        var key = rules.Choice<ApprovalKey>(NullIfEmpty(query.WaitsForKey), "waits_for_key");
        var run = Guid.Empty;
        rules.Check(query.RunId is "" || Guid.TryParse(query.RunId, out run), "run_id", "invalid_id", "An id is a UUID.");
        var sort = ListSort.Take(rules, query.Sort, "sort", "score", "proposed_at", "supplier", "hromada", "urgency");
        var page = NumberedPage.Take(rules, query.Page, query.PageSize);
        rules.Line(query.Query, "query", longest: 200);
        rules.Enforce();

        var rows = Searched(await visible.RowsAsync(cancellationToken), query.Query);
        if (statuses.Count > 0)
            rows = rows.Where(row => statuses.Contains(row.Proposal.Status));
        if (query.RunId is not "")
            rows = rows.Where(row => row.Proposal.RunId == run);
        if (query.AreaCode is not "")
            rows = rows.Where(row => row.Proposal.AreaCode == query.AreaCode);
        if (key is { } waiting)
            rows = rows.Where(row => row.Proposal.Status == ProposalStatus.Proposed
                && (waiting == ApprovalKey.Ks ? row.Proposal.KsBy == null : row.Proposal.AucBy == null));
        var total = await rows.CountAsync(cancellationToken);
        var found = await Sorted(rows, sort, language).ThenBy(row => row.Proposal.Id)
            .Skip(page.Before).Take(page.Size).ToListAsync(cancellationToken);
        return (await teller.TellAsync(found, language, cancellationToken), total);
    }

    private IQueryable<ProposalRow> Searched(IQueryable<ProposalRow> rows, string query)
    {
        foreach (var pattern in NameSearch.PatternsOf(query))
            rows = rows.Where(row =>
                EF.Functions.ILike(
                    EF.Functions.Collate(
                        row.Supplier.Code + " " + row.Supplier.Nb + " " + row.Supplier.Uk + " " + row.Supplier.En + " "
                        + row.Hromada.Code + " " + row.Hromada.Nb + " " + row.Hromada.Uk + " " + row.Hromada.En,
                        ReaderCollation.AnyLanguage),
                    pattern,
                    "\\")
                || db.Titles.Any(title => title.Id == row.Proposal.NeedId
                    && EF.Functions.ILike(EF.Functions.Collate(title.Text, ReaderCollation.AnyLanguage), pattern, "\\")));
        return rows;
    }

    private static IOrderedQueryable<ProposalRow> Sorted(IQueryable<ProposalRow> rows, ListSort sort, string language)
    {
        var name = NameSearch.SortName(language);
        return sort.By switch
        {
            "score" => Order(rows, row => row.Proposal.Score, !sort.Descending),
            "urgency" => Order(rows, row => row.Proposal.Urgency, !sort.Descending),
            "proposed_at" => Order(rows, row => row.Proposal.ProposedAt, !sort.Descending),
            "supplier" => Order(rows, NameSearch.Of<ProposalRow>(row => row.Supplier, name), sort.Descending),
            _ => Order(rows, NameSearch.Of<ProposalRow>(row => row.Hromada, name), sort.Descending),
        };
    }

    private static IOrderedQueryable<ProposalRow> Order<TKey>(
        IQueryable<ProposalRow> rows, System.Linq.Expressions.Expression<Func<ProposalRow, TKey>> key, bool descending) =>
        descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

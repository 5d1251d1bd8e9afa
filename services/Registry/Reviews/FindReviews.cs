using Kommunebro.Registry.Data;
using Kommunebro.Registry.Imports;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Reviews;

/// <summary>What to look for; null means any.</summary>
/// <param name="Register">The register's word in the import command.</param>
/// <param name="Code">The official code that the row is of.</param>
/// <param name="Status">open or settled.</param>
public sealed record ReviewFilter(string? Register, string? Code, string? Status);

/// <summary>A row that waits for a person, or that one has looked at.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Register">The register.</param>
/// <param name="Source">The file's name or the address.</param>
/// <param name="Code">The official code that the row is of.</param>
/// <param name="Field">The column.</param>
/// <param name="Reason">The rule's stable name.</param>
/// <param name="Text">The same for a person, in the reader's language.</param>
/// <param name="Status">open or settled.</param>
/// <param name="RaisedAt">When it was raised (UTC).</param>
/// <param name="SettledAt">When it was settled (UTC).</param>
/// <param name="Note">What was done.</param>
/// <param name="Version">The ETag.</param>
public sealed record ReviewView(
    Guid Id, string Register, string Source, string Code, string Field, string Reason, string Text, ReviewStatus Status,
    DateTimeOffset RaisedAt, DateTimeOffset? SettledAt, string? Note, long Version)
{
    internal static ReviewView Of(ReviewItem item, string language) => new(
        item.Id, item.Register, item.Source, item.Code, item.Field, item.Reason, new RowFault(0, item.Field, item.Reason, item.Value).Tell(language),
        item.Status, item.RaisedAt, item.SettledAt, item.Note, item.Version);
}

/// <summary>The queue, oldest first.</summary>
public sealed class FindReviews(RegistryDb db)
{
    /// <summary>Those that fit <paramref name="filter"/>, told in <paramref name="language"/>.</summary>
    /// <exception cref="Refusal">invalid_cursor, or a field of the filter.</exception>
    public async Task<Page<ReviewView>> RunAsync(ReviewFilter filter, PageRequest page, string language, CancellationToken cancellationToken)
    {
        var (size, rules) = (page.Size(), new Rules());
        var found = Matching(rules, filter);
        rules.Enforce();
        if (IdCursor.Of(page) is { } last)
            found = found.Where(item => item.Id > last);
        var rows = await found.OrderBy(item => item.Id).Take(size + 1).ToListAsync(cancellationToken);
        return Page.Of([.. rows.Select(item => ReviewView.Of(item, language))], size, view => IdCursor.After(view.Id));
    }

    /// <summary>A numbered page for staff, and how many there are.</summary>
    /// <exception cref="Refusal">out_of_range, or a field of the filter.</exception>
    public async Task<(IReadOnlyList<ReviewView> Rows, int Total)> BrowseAsync(
        ReviewFilter filter, int page, int pageSize, string language, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var numbered = NumberedPage.Take(rules, page, pageSize);
        var found = Matching(rules, filter);
        rules.Enforce();
        var rows = await found.OrderBy(item => item.Id).Skip(numbered.Before).Take(numbered.Size).ToListAsync(cancellationToken);
        return (rows.ConvertAll(item => ReviewView.Of(item, language)), await found.CountAsync(cancellationToken));
    }

    /// <summary>One of them.</summary>
    /// <exception cref="Refusal">review_not_found.</exception>
    public async Task<ReviewView> OneAsync(Guid id, string language, CancellationToken cancellationToken) =>
        ReviewView.Of(await db.Reviews.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken) ?? throw SettleReview.NotFound(), language);

    private IQueryable<ReviewItem> Matching(Rules rules, ReviewFilter filter)
    {
        rules.Line(filter.Register, "register").Line(filter.Code, "code");
        var status = rules.Choice<ReviewStatus>(filter.Status, "status");
        var found = db.Reviews.AsNoTracking();
        if (filter.Register is not null)
            found = found.Where(item => item.Register == filter.Register);
        if (filter.Code is not null)
            found = found.Where(item => item.Code == filter.Code);
        return status is null ? found : found.Where(item => item.Status == status);
    }
}

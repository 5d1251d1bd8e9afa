using System.Linq.Expressions;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>By what the register is sorted when a client says so.</summary>
public enum MunicipalitySort
{
    /// <summary>The name that the reader sees, in the order of the reader's alphabet.</summary>
    Name,
}

/// <summary>The order of a page, and where the next one begins.</summary>
/// <param name="Language">Of the names that it follows: nb, uk or en; null for each place's own.</param>
internal sealed record MunicipalityOrder(string? Language)
{
    private const string OwnNames = "own";

    /// <summary>The order that <paramref name="sort"/> names, for a reader of <paramref name="language"/>; notes unknown_value.</summary>
    public static MunicipalityOrder Take(Rules rules, string? sort, string language) =>
        new(rules.Choice<MunicipalitySort>(sort, "sort") is null ? null : language);

    /// <summary>The first <paramref name="count"/> after the row of <paramref name="cursor"/>.</summary>
    /// <exception cref="Refusal">invalid_cursor, also for one of another order.</exception>
    public IQueryable<Municipality> Take(IQueryable<Municipality> found, string? cursor, int count)
    {
        if (cursor is not null)
        {
            var last = Cursor.Decode(cursor, 3);
            if (last[0] != (Language ?? OwnNames) || !Guid.TryParse(last[2], out var id)) throw Cursor.Invalid();
            found = After(found, last[1], id);
        }

        return (Language is null ? found.OrderBy(m => m.Name) : found.OrderBy(MunicipalitySearch.NameIn(Language))).ThenBy(m => m.Id).Take(count);
    }

    /// <summary>The cursor after <paramref name="municipality"/>.</summary>
    public string CursorAfter(Municipality municipality) => Cursor.Encode(
        Language ?? OwnNames, Language is null ? municipality.Name : municipality.Facts.Names.In(Language), municipality.Id.ToString());

    private IQueryable<Municipality> After(IQueryable<Municipality> found, string name, Guid id)
    {
        if (Language is null)
            return found.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.Name, m.Id), ValueTuple.Create(name, id)));
        Expression<Func<string, Guid, bool>> after = (seen, place) => EF.Functions.GreaterThan(ValueTuple.Create(seen, place), ValueTuple.Create(name, id));
        var shown = MunicipalitySearch.NameIn(Language);
        var municipality = shown.Parameters[0];
        var condition = new Replacing(after.Parameters[0], shown.Body).Visit(after.Body);
        condition = new Replacing(after.Parameters[1], Expression.Property(municipality, nameof(Municipality.Id))).Visit(condition);
        return found.Where(Expression.Lambda<Func<Municipality, bool>>(condition, municipality));
    }

    /// <summary>Puts an expression in the place of a parameter, so that a condition on a name holds for the name that the reader sees.</summary>
    private sealed class Replacing(ParameterExpression parameter, Expression argument) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? argument : base.VisitParameter(node);
    }
}

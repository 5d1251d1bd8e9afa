using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>One expression of interest.</summary>
public sealed class GetExpressionOfInterest(RegistryDb db)
{
    /// <summary>The expression of interest with <paramref name="id"/>.</summary>
    /// <exception cref="Refusal">expression_of_interest_not_found.</exception>
    public async Task<ExpressionOfInterestView> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from expression in db.ExpressionsOfInterest.AsNoTracking()
            join municipality in db.Municipalities on expression.MunicipalityId equals municipality.Id
            where expression.Id == id
            select new { expression, municipality.Code }).SingleOrDefaultAsync(cancellationToken);
        return found is not null
            ? ExpressionOfInterestView.Of(found.expression, found.Code)
            : throw Refusal.NotFound("expression_of_interest_not_found", "No expression of interest has this id.");
    }
}

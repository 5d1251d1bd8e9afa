using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>Takes down a municipality's wish to take part.</summary>
public sealed class ExpressInterest(RegistryDb db, TimeProvider clock)
{
    /// <summary>Stores the wish, and the contact apart from it.</summary>
    public async Task<ExpressionOfInterestView> RunAsync(ExpressionOfInterestRequest request, CancellationToken cancellationToken)
    {
        var municipality = await db.Municipalities.AsNoTracking()
            .SingleOrDefaultAsync(m => m.Code == request.Municipality, cancellationToken);
        ExpressionOfInterestRules.Enforce(request, municipality);
        var now = clock.Now();
        var contact = new Contact(request.Contact, now);
        var expression = new ExpressionOfInterest(
            municipality!.Id, contact.Id, request.Text.Trim(), request.Language, request.Illustrative, now);
        db.AddRange(contact, expression);
        // The free text may name people too, so the audit tells of ids alone.
        db.Audit(
            "expression_of_interest.receive",
            "expression_of_interest",
            expression.Id.ToString(),
            null,
            new { municipality.Code, expression.ContactId, expression.Language, expression.Illustrative, expression.Version });
        await db.SaveChangesAsync(cancellationToken);
        return ExpressionOfInterestView.Of(expression, municipality.Code);
    }
}

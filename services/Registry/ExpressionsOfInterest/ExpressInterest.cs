using Kommunebro.Contracts;
using Kommunebro.Registry.Contacts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.Offers;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>Takes down a municipality's wish to take part.</summary>
public sealed class ExpressInterest(RegistryDb db, ActingFor<RegistryDb> acting, Caller caller, TimeProvider clock)
{
    /// <summary>Stores the wish, and the contact apart from it.</summary>
    /// <exception cref="Refusal">Fields, own_side_only, or contact_exists.</exception>
    public async Task<ExpressionOfInterestView> RunAsync(ExpressionOfInterestRequest request, CancellationToken cancellationToken)
    {
        // Its reader is KS, whoever wishes to take part.
        caller.RequireSide(Country.No);
        var municipality = await db.ActedForAsync(request.Municipality, acting, cancellationToken);
        ExpressionOfInterestRules.Enforce(request, municipality);
        var now = clock.Now();
        var contact = await ContactAsync(municipality!.Id, request.Contact, now, cancellationToken);
        var expression = new ExpressionOfInterest(
            municipality.Id, contact.Id, request.Text.Trim(), request.Language, request.Illustrative, now);
        db.Add(expression);
        // The free text may name people too, so the audit tells of ids alone.
        db.Audit(
            "expression_of_interest.receive",
            "expression_of_interest",
            expression.Id.ToString(),
            null,
            new { municipality.Code, expression.ContactId, expression.Language, expression.Illustrative, expression.Version });
        await SaveAsync(cancellationToken);
        return ExpressionOfInterestView.Of(expression, municipality.Code);
    }

    /// <summary>Who is known under this address already is not taken down a second time, and not changed by the way.</summary>
    private async Task<Contact> ContactAsync(
        Guid municipalityId, ContactInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Contact.KeyOf(input.Email);
        if (await db.Contacts.SingleOrDefaultAsync(c => c.MunicipalityId == municipalityId && c.EmailKey == key, cancellationToken) is { } known)
            return known;
        // The person wants to be asked; whether the partner may know it is asked later.
        var contact = new Contact(municipalityId, input, consented: false, now);
        db.Add(contact);
        return contact;
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.Violates(ContactMapping.UniqueEmail))
        {
            throw new Refusal(
                RefusalKind.Conflict, "contact_exists", "Somebody brought this contact at the same time; send it again.", "contact.email");
        }
    }
}

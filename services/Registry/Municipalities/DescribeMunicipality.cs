using Kommunebro.Contracts;
using Kommunebro.Registry.CommunityOrganisations;
using Kommunebro.Registry.Contacts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.ExpressionsOfInterest;
using Kommunebro.Registry.Initiatives;
using Kommunebro.Registry.Offers;
using Kommunebro.Registry.Profiles;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Municipalities;

/// <summary>All that staff see of a municipality on one page.</summary>
/// <param name="Municipality">What it is.</param>
/// <param name="Offer">Its available offer.</param>
/// <param name="Committed">What is committed of it; null where the ledger said nothing.</param>
/// <param name="Interests">Expressions of interest, newest first; empty for readers who may not see them.</param>
/// <param name="Contacts">Whom to reach; null for readers who may not see it.</param>
/// <param name="Initiatives">Who helps it already, or whom it helps; empty for readers who are no staff.</param>
/// <param name="Profile">What it says of itself; null for readers who are no staff.</param>
/// <param name="Community">Who in its community can add to what it does; empty for readers who are no staff.</param>
public sealed record DescribedMunicipality(
    Municipality Municipality,
    Offer? Offer,
    CommittedCapacity? Committed,
    IReadOnlyList<ExpressionOfInterest> Interests,
    IReadOnlyList<Contact>? Contacts,
    IReadOnlyList<InitiativeView> Initiatives,
    ProfileView? Profile,
    IReadOnlyList<CommunityOrganisation> Community);

/// <summary>One municipality with its offer and what else the reader may see of it.</summary>
internal sealed class DescribeMunicipality(
    RegistryDb db, FindContacts contacts, FindInitiatives initiatives, GetProfile profiles, FindCommunityOrganisations community, Caller caller)
{
    /// <summary>The municipality with this code, or else with this id; names in <paramref name="language"/>.</summary>
    /// <exception cref="Refusal">one_of_two, municipality_not_found.</exception>
    public async Task<DescribedMunicipality> RunAsync(string? code, string? id, string language, CancellationToken cancellationToken)
    {
        if ((code is null) == (id is null))
            throw new Refusal(RefusalKind.Invalid, "one_of_two", "Give the code or the municipality_id.", "code");
        var known = Guid.TryParse(id, out var parsed) ? parsed : Guid.Empty;
        var municipality = await db.Municipalities.AsNoTracking()
            .SingleOrDefaultAsync(m => id == null ? m.Code == code : m.Id == known, cancellationToken)
            ?? throw Refusal.NotFound("municipality_not_found", "There is no such municipality.");
        var offer = await db.Offers.AsNoTracking().SingleOrDefaultAsync(
            offer => offer.MunicipalityId == municipality.Id && offer.Status == OfferStatus.Available, cancellationToken);
        return new DescribedMunicipality(
            municipality,
            // A hromada's is told to others in general alone, by REST.
            IsStaff || municipality.Country == Country.No ? offer : null,
            await db.CommittedByAsync(municipality.Id, cancellationToken),
            await InterestsAsync(municipality.Id, cancellationToken),
            SeesContacts ? await contacts.Of(municipality.Id).ToListAsync(cancellationToken) : null,
            IsStaff ? await initiatives.OfMunicipalityAsync(municipality.Code, language, cancellationToken) : [],
            IsStaff ? await profiles.OfAsync(municipality, language, cancellationToken) : null,
            IsStaff ? await community.OfAsync(municipality.Id, cancellationToken) : []);
    }

    private bool IsStaff => caller.Kind == CallerKind.Staff;

    private bool SeesContacts => caller.HasAnyOf(StaffRole.Coordinators);

    private async Task<IReadOnlyList<ExpressionOfInterest>> InterestsAsync(Guid municipalityId, CancellationToken cancellationToken) =>
        caller.HasAnyOf(AccessPolicies.All.Single(rule => rule.Name == AccessPolicies.InterestRead).Roles)
            ? await db.ExpressionsOfInterest.AsNoTracking().Where(e => e.MunicipalityId == municipalityId)
                .OrderByDescending(e => e.Id).ToListAsync(cancellationToken)
            : [];
}

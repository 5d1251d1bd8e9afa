using Kommunebro.Identity.Data;
using Kommunebro.Messaging.Outbox;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Organisations;

/// <summary>Changes of an organisation; each is told to the other services.</summary>
internal sealed class ChangeOrganisation(IdentityDb db)
{
    /// <summary>
    /// PUT /api/v1/organisations/{id} with If-Match: 200 with the organisation. 400 with everything that is wrong;
    /// 404 organisation_not_found; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<OrganisationView>> ReviseAsync(
        Guid id, OrganisationRequest request, HttpContext http, ChangeOrganisation changes, CancellationToken cancellationToken)
    {
        var (name, number, municipalities) = OrganisationRules.Check(request);
        return TypedResults.Ok(await changes.RunAsync(
            http, id, "organisation.revise", organisation => organisation.Change(name, number, municipalities), cancellationToken));
    }

    /// <summary>
    /// POST /api/v1/organisations/{id}/close with If-Match: 200 with the organisation. Its clients get no more tokens; those
    /// that they hold act for nobody as soon as the services have heard of it. 404 organisation_not_found; 409
    /// already_closed; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<OrganisationView>> CloseAsync(
        Guid id, HttpContext http, ChangeOrganisation changes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await changes.RunAsync(http, id, "organisation.close", Close, cancellationToken));

    /// <summary>
    /// POST /api/v1/organisations/{id}/reopen with If-Match: 200 with the organisation. 404 organisation_not_found; 409
    /// not_closed; 412 and 428 by version.
    /// </summary>
    public static async Task<Ok<OrganisationView>> ReopenAsync(
        Guid id, HttpContext http, ChangeOrganisation changes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await changes.RunAsync(http, id, "organisation.reopen", Reopen, cancellationToken));

    /// <summary>The refusal of an id that no organisation has.</summary>
    public static Refusal NotFound() => Refusal.NotFound("organisation_not_found", "There is no such organisation.");

    /// <summary>Ends its clients' tokens, and that it acts for anybody.</summary>
    /// <exception cref="Refusal">Conflict already_closed.</exception>
    public static void Close(Organisation organisation)
    {
        if (!organisation.Active)
            throw new Refusal(RefusalKind.Conflict, "already_closed", "The organisation is closed already.");
        organisation.SetActive(false);
    }

    /// <summary>Lets its clients work again.</summary>
    /// <exception cref="Refusal">Conflict not_closed.</exception>
    public static void Reopen(Organisation organisation)
    {
        if (organisation.Active)
            throw new Refusal(RefusalKind.Conflict, "not_closed", "The organisation is not closed.");
        organisation.SetActive(true);
    }

    /// <summary>Does <paramref name="change"/>, and stores it, its message and its audit together.</summary>
    /// <exception cref="Refusal">Not found organisation_not_found; or what <paramref name="change"/> refuses.</exception>
    public async Task<OrganisationView> RunAsync(Guid id, string action, Action<Organisation> change, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.SingleOrDefaultAsync(one => one.Id == id, cancellationToken) ?? throw NotFound();
        var before = organisation.ToMessage();
        change(organisation);
        var after = organisation.ToMessage();
        db.Enqueue(after);
        db.Audit(action, "organisation", $"{id}", before, after);
        await db.SaveChangesAsync(cancellationToken);
        return OrganisationView.Of(organisation);
    }

    /// <summary>The same to the version that the request says was seen.</summary>
    private async Task<OrganisationView> RunAsync(
        HttpContext http, Guid id, string action, Action<Organisation> change, CancellationToken cancellationToken)
    {
        var changed = await RunAsync(
            id,
            action,
            organisation =>
            {
                IfMatch.Require(http, organisation.Version);
                change(organisation);
            },
            cancellationToken);
        ETag.Set(http, changed.Version);
        return changed;
    }
}

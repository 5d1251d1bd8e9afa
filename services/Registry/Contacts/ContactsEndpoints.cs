using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Registry.Contacts;

/// <summary>REST: /api/v1/municipalities/{code}/contacts and /api/v1/contacts.</summary>
internal static class ContactsEndpoints
{
    private const string Path = "/contacts";

    public static void MapContacts(this RouteGroupBuilder api)
    {
        var contacts = api.MapGroup("").RequireAccess(AccessPolicies.ContactsManage);
        contacts.MapGet("/municipalities/{code}/contacts", FindAsync)
            .WithSummary("Whom to reach in a municipality")
            .WithDescription("For coordinators, and for partners who act for the municipality; for others it is 404.");
        contacts.MapPost("/municipalities/{code}/contacts", AddAsync)
            .WithIdempotencyKey<RegistryDb>()
            .WithSummary("Take down whom to reach in a municipality")
            .WithDescription("The answer has the id and the version alone, since it may be stored for a repeat. 404 municipality_not_found; 409 contact_exists.");
        contacts.MapGet($"{Path}/{{id:guid}}", GetAsync).WithName("GetContact").WithSummary("One contact");
        contacts.MapPut($"{Path}/{{id:guid}}", ChangeAsync)
            .WithSummary("Say all of a contact anew")
            .WithDescription("Needs If-Match. 404 contact_not_found; 409 contact_exists.");
        contacts.MapDelete($"{Path}/{{id:guid}}", EraseAsync)
            .WithSummary("Erase a contact: nothing of the person is kept")
            .WithDescription("Needs If-Match.");
    }

    private static async Task<Page<ContactView>> FindAsync(string code, FindContacts find, CancellationToken cancellationToken) =>
        new(await find.RunAsync(code, cancellationToken), null);

    private static async Task<Created<ContactReceipt>> AddAsync(
        string code, ContactRequest request, AddContact add, HttpContext http, CancellationToken cancellationToken)
    {
        var receipt = await add.RunAsync(code, request, cancellationToken);
        ETag.Set(http, receipt.Version);
        return TypedResults.Created($"/api/v1{Path}/{receipt.Id}", receipt);
    }

    private static async Task<ContactView> GetAsync(Guid id, FindContacts find, HttpContext http, CancellationToken cancellationToken) =>
        Tagged(await find.GetAsync(id, cancellationToken), http);

    private static async Task<ContactView> ChangeAsync(
        Guid id, ContactRequest request, ChangeContact change, HttpContext http, CancellationToken cancellationToken) =>
        Tagged(await change.RunAsync(id, request, version => IfMatch.Require(http, version), cancellationToken), http);

    private static async Task<NoContent> EraseAsync(Guid id, EraseContact erase, HttpContext http, CancellationToken cancellationToken)
    {
        await erase.RunAsync(id, version => IfMatch.Require(http, version), cancellationToken);
        return TypedResults.NoContent();
    }

    private static ContactView Tagged(ContactView view, HttpContext http)
    {
        ETag.Set(http, view.Version);
        return view;
    }
}

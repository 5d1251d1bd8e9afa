using Grpc.Core;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Notification.Deliveries;

namespace Kommunebro.Notification.Mail;

/// <summary>Somebody to write to. It is never stored and never logged.</summary>
/// <param name="Id">Registry's id of the contact, or identity's of the account.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="Language">nb, uk or en.</param>
/// <param name="Title">What the person is there, in its own words; empty for staff.</param>
/// <param name="MayBeNamed">Whether the other municipality may be told who it is.</param>
internal sealed record Person(string Id, string Name, string Email, string Language, string Title, bool MayBeNamed)
{
    /// <summary>Never its values.</summary>
    public override string ToString() => Id;
}

/// <summary>Asks registry and identity, which own personal values, whom to write to now.</summary>
internal sealed class People(Registry.RegistryClient registry, Identity.IdentityClient identity)
{
    /// <summary>Everybody in the group of <paramref name="recipient"/> who has an address.</summary>
    /// <exception cref="RpcException">The owner does not answer.</exception>
    public Task<IReadOnlyList<Person>> InGroupAsync(Recipient recipient, CancellationToken cancellationToken) =>
        recipient.MunicipalityId is { } municipality
            ? OfMunicipalityAsync(municipality, cancellationToken)
            : WithRolesAsync(recipient.Roles, cancellationToken);

    /// <summary>The contacts of a municipality.</summary>
    /// <exception cref="RpcException">Registry does not answer.</exception>
    public async Task<IReadOnlyList<Person>> OfMunicipalityAsync(Guid municipality, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await registry.ListContactsAsync(
                new ListContactsRequest { MunicipalityId = municipality.ToString() }, cancellationToken: cancellationToken);
            return [.. reply.Contacts
                .Select(contact => new Person(contact.ContactId, contact.Name, contact.Email, Known(contact.Language), contact.Role, contact.Consented))
                .Where(person => person.Email.Length > 0)];
        }
        catch (RpcException unknown) when (unknown.StatusCode == StatusCode.NotFound)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<Person>> WithRolesAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var role in roles)
        {
            var reply = await identity.ListStaffAsync(new ListStaffRequest { Role = role }, cancellationToken: cancellationToken);
            // Who holds two of the roles is written to once.
            foreach (var account in reply.Accounts.Where(account => account.Email.Length > 0))
                people[account.AccountId] = new Person(account.AccountId, account.Name, account.Email, Known(account.Language), "", MayBeNamed: false);
        }

        return [.. people.Values];
    }

    private static string Known(string language) => language is "nb" or "uk" ? language : "en";
}

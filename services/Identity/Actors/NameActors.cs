using Kommunebro.Identity.Clients;
using Kommunebro.Identity.Data;
using Kommunebro.Identity.Maskinporten;
using Kommunebro.Identity.OutsideStaff;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Identity.Actors;

/// <summary>Who stands behind the actors that audit rows name: "staff:{account}", "client:{client id}", "service:{service}", "issuer:{provider}".</summary>
internal sealed class NameActors(IdentityDb db, StaffIssuers issuers)
{
    private const int Most = 500;
    private const string Staff = "staff:";
    private const string Client = "client:";
    private const string Service = "service:";
    private const string Issuer = "issuer:";

    /// <summary>To people, the platform acts, whichever of its services it was.</summary>
    private const string Platform = "Kommunebro";

    /// <summary>Names by actor; who is not known is left out. Deactivated accounts and revoked clients keep their names.</summary>
    /// <exception cref="Refusal">out_of_range: more than 500 actors.</exception>
    public async Task<IDictionary<string, string>> RunAsync(IReadOnlyCollection<string> actors, CancellationToken cancellationToken)
    {
        new Rules().Check(actors.Count <= Most, "actors", "out_of_range", $"At most {Most} actors.").Enforce();
        var names = After(actors, Service).Where(id => ServiceClient.Find(id) is not null)
            .Distinct(StringComparer.Ordinal).ToDictionary(id => Service + id, _ => Platform, StringComparer.Ordinal);
        foreach (var issuer in After(actors, Issuer).Distinct(StringComparer.Ordinal).Select(issuers.Find).OfType<StaffIssuer>())
            names[Issuer + issuer.Id] = issuer.DisplayName;
        var accounts = After(actors, Staff).Select(id => Guid.TryParse(id, out var account) ? account : Guid.Empty).ToList();
        await foreach (var account in db.Accounts.AsNoTracking().Where(one => accounts.Contains(one.Id)).AsAsyncEnumerable()
            .WithCancellation(cancellationToken))
            names[$"{Staff}{account.Id}"] = account.Name;
        var ids = After(actors, Client).ToList();
        var clients = db.Clients.AsNoTracking().Where(client => ids.Contains(client.ClientId))
            .Join(db.Organisations, client => client.OrganisationId, one => one.Id, (client, one) => new { client.ClientId, client.Name, Organisation = one.Name });
        await foreach (var client in clients.AsAsyncEnumerable().WithCancellation(cancellationToken))
            names[Client + client.ClientId] = $"{client.Organisation} ({client.Name})";
        await NameConsumersAsync(names, ids, cancellationToken);
        return names;
    }

    /// <summary>Who came with a token of Maskinporten is called as the organisation that has the number.</summary>
    private async Task NameConsumersAsync(Dictionary<string, string> names, List<string> ids, CancellationToken cancellationToken)
    {
        var numbers = ids.Select(MaskinportenActor.NumberOf).OfType<string>().ToList();
        await foreach (var one in db.Organisations.AsNoTracking().Where(one => numbers.Contains(one.OrganisationNumber!)).AsAsyncEnumerable()
            .WithCancellation(cancellationToken))
            names[Client + MaskinportenActor.Of(one.OrganisationNumber!)] = $"{one.Name} (Maskinporten)";
    }

    private static IEnumerable<string> After(IEnumerable<string> actors, string kind) =>
        actors.Where(actor => actor.StartsWith(kind, StringComparison.Ordinal)).Select(actor => actor[kind.Length..]);
}

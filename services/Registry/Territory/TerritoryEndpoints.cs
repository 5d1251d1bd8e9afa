using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Territory;

/// <summary>REST: /api/v1/territory.</summary>
internal static class TerritoryEndpoints
{
    public static void MapTerritory(this RouteGroupBuilder api)
    {
        var territory = api.MapGroup("/territory");
        territory.MapGet("/", (FindTerritory find, CancellationToken cancellationToken) => find.NowAsync(cancellationToken))
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithName("GetTerritoryList")
            .WithSummary("The official list of territories as it stands")
            .WithDescription("Ukraine's list of territories with hostilities or under occupation: the current edition, whether it may be stale, and how many hromadas of the register have which status.");
        territory.MapGet("/editions", async (FindTerritory find, CancellationToken cancellationToken) =>
                new Page<EditionView>(await find.ListAsync(cancellationToken), null))
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithName("ListTerritoryEditions")
            .WithSummary("All editions of the list that were imported");
        territory.MapGet("/{code}", OfAsync)
            .RequireAccess(AccessPolicies.RegistryRead)
            .WithSummary("The territory status of a hromada on a day, as known on a day")
            .WithDescription("`on` is the day that is asked about, `asKnownOn` the day by whose knowledge it is answered; both are today when not given. Periods include the first day and not the last.");
    }

    private static Task<TerritoryView> OfAsync(
        string code, DateOnly? on, DateOnly? asKnownOn, FindTerritory find, CancellationToken cancellationToken) =>
        find.OfAsync(code, on, asKnownOn, cancellationToken);
}

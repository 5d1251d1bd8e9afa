using Kommunebro.Contracts;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Municipalities;

/// <summary>Once an edition of the list of territories is imported, the status of a hromada is the list's to say.</summary>
public sealed class TerritoryOfHromada(FindTerritory find)
{
    /// <summary>Passes when the list says the same as <paramref name="request"/>, or is not imported yet.</summary>
    /// <exception cref="Refusal">Conflict territory_from_list.</exception>
    public async Task RequireAsync(MunicipalityRequest request, CancellationToken cancellationToken)
    {
        if (request.Kind != MunicipalityKind.Hromada) return;
        var listed = await find.OfAsync(request.Code, null, null, cancellationToken);
        if (listed.Edition is not null && (listed.Status, listed.Coverage) != (request.TerritoryStatus, request.TerritoryCoverage))
            throw new Refusal(
                RefusalKind.Conflict,
                "territory_from_list",
                $"The list of territories of {listed.Edition.PublishedOn:yyyy-MM-dd} says {WireName.Of(listed.Status)}, {WireName.Of(listed.Coverage)}.",
                "territoryStatus");
    }
}

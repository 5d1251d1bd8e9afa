using Kommunebro.Contracts;
using Kommunebro.Registry.Territory;

namespace Kommunebro.Registry.Categories;

/// <summary>
/// What the list of territories says for a category. It only suggests: a town that was freed long ago may still have to be rebuilt, and a person may know of
/// destruction by missiles far behind the front.
/// </summary>
public sealed class SuggestCategory(FindTerritory find)
{
    /// <summary>War zone where some of it is, or was, occupied or under active hostilities; possible hostilities alone destroy nothing. Null while no list is imported.</summary>
    public async Task<ProgrammeCategory?> RunAsync(string code, CancellationToken cancellationToken)
    {
        var territory = await find.OfAsync(code, null, null, cancellationToken);
        return territory.Edition is null ? null
            : territory.Periods.Any(period => period.From <= territory.On && IsDestructive(period.Status)) ? ProgrammeCategory.WarZone
            : ProgrammeCategory.OutsideWarZone;
    }

    private static bool IsDestructive(TerritoryStatus status) =>
        status is TerritoryStatus.Occupied or TerritoryStatus.ActiveHostilities or TerritoryStatus.ActiveHostilitiesServicesOn;
}

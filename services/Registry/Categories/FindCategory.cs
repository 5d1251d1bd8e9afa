using Kommunebro.Contracts;
using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Categories;

/// <summary>The category of a hromada, what the list suggests, and every decision.</summary>
public sealed class FindCategory(RegistryDb db, GetMunicipality get, SuggestCategory suggest)
{
    /// <summary>Of the hromada with <paramref name="code"/>.</summary>
    /// <exception cref="Refusal">cyrillic_letters, municipality_not_found, only_for_hromadas.</exception>
    public async Task<CategoryView> RunAsync(string code, CancellationToken cancellationToken)
    {
        var hromada = await get.RunAsync(code, cancellationToken);
        RequireHromada(hromada);
        var decisions = await db.CategoryDecisions.AsNoTracking().Where(decision => decision.MunicipalityId == hromada.Id).OrderByDescending(decision => decision.Id)
            .Select(decision => new CategoryDecisionView(decision.Category, decision.Suggested, decision.Reason, decision.DecidedBy, decision.DecidedAt))
            .ToListAsync(cancellationToken);
        return new CategoryView(code, hromada.Facts.Category, await suggest.RunAsync(code, cancellationToken), hromada.Version, decisions);
    }

    /// <summary>Passes for a hromada.</summary>
    /// <exception cref="Refusal">only_for_hromadas.</exception>
    internal static void RequireHromada(Municipality municipality)
    {
        if (municipality.Kind != MunicipalityKind.Hromada)
            throw new Refusal(RefusalKind.Invalid, "only_for_hromadas", "The programme categories are of Ukrainian municipalities.", "code");
    }
}

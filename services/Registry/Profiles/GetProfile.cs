using Kommunebro.Registry.Data;
using Kommunebro.Registry.Figures;
using Kommunebro.Registry.Municipalities;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Profiles;

/// <summary>What a municipality says of itself.</summary>
internal sealed class GetProfile(RegistryDb db, GetMunicipality get, WarSight sight)
{
    /// <summary>The profile of the municipality with <paramref name="code"/>, also when it has said nothing yet.</summary>
    /// <exception cref="Refusal">cyrillic_letters, municipality_not_found.</exception>
    public async Task<ProfileView> RunAsync(string code, string language, CancellationToken cancellationToken) =>
        await OfAsync(await get.RunAsync(code, cancellationToken), language, cancellationToken);

    /// <summary>The profile of <paramref name="municipality"/>, as the reader may see it.</summary>
    public async Task<ProfileView> OfAsync(Municipality municipality, string language, CancellationToken cancellationToken)
    {
        var profile = await db.Profiles.AsNoTracking().SingleOrDefaultAsync(one => one.MunicipalityId == municipality.Id, cancellationToken)
            ?? new MunicipalityProfile(municipality.Id);
        var view = ProfileView.Full(municipality.Code, profile, await RegisteredAsync(municipality.Id, cancellationToken), language);
        return await sight.SeesAllOfAsync(municipality, cancellationToken) ? view : view.WithoutWhatHelpsAnAttacker();
    }

    private async Task<IReadOnlyDictionary<FigureName, Figure>> RegisteredAsync(Guid municipalityId, CancellationToken cancellationToken)
    {
        var figures = await db.Figures.AsNoTracking()
            .Where(figure => figure.MunicipalityId == municipalityId && (figure.Name == FigureName.Website || figure.Name == FigureName.Centre))
            .OrderBy(figure => figure.Id).ToListAsync(cancellationToken);
        return figures.GroupBy(figure => figure.Name).ToDictionary(named => named.Key, named => Figure.CurrentOf(named)!);
    }
}

using Kommunebro.Registry.Data;
using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Figures;

/// <summary>A figure as readers see it.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Value">The value; null where masked.</param>
/// <param name="AsOf">The day that it is of.</param>
/// <param name="Current">Whether it is the one of its name that counts today.</param>
/// <param name="Register">The register that says so.</param>
/// <param name="Source">The file's name or the address.</param>
/// <param name="RecordedAt">When the platform came to know it (UTC).</param>
/// <param name="Masked">The fields that are kept back.</param>
public sealed record FigureView(
    FigureName Name, string? Value, DateOnly AsOf, bool Current, string Register, string Source, DateTimeOffset RecordedAt, IReadOnlyList<string> Masked);

/// <summary>What registers said of a municipality, with source and date.</summary>
public sealed class FindFigures(RegistryDb db, GetMunicipality get)
{
    private static readonly IReadOnlyList<string> Value = ["value"];

    /// <summary>All figures by name, the one that counts first, then the latest.</summary>
    /// <exception cref="ServiceDefaults.Refusal">cyrillic_letters, municipality_not_found.</exception>
    public async Task<IReadOnlyList<FigureView>> RunAsync(string code, CancellationToken cancellationToken)
    {
        var municipality = await get.RunAsync(code, cancellationToken);
        var figures = await db.Figures.AsNoTracking().Where(figure => figure.MunicipalityId == municipality.Id).OrderBy(figure => figure.Id).ToListAsync(cancellationToken);
        var hidesPlace = MunicipalityMask.HidesPlace(municipality);
        return
        [
            .. from figure in figures
            group figure by figure.Name into named
            orderby named.Key
            let current = Figure.CurrentOf(named)
            from figure in named.OrderByDescending(one => one == current).ThenByDescending(one => one.AsOf).ThenByDescending(one => one.Id)
            select Show(figure, figure == current, hidesPlace && figure.Name == FigureName.Place),
        ];
    }

    private static FigureView Show(Figure figure, bool isCurrent, bool masked) => new(
        figure.Name, masked ? null : figure.Value, figure.AsOf, isCurrent, figure.Register, figure.Source, figure.RecordedAt, masked ? Value : []);
}

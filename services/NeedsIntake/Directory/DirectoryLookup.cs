using Kommunebro.Contracts;
using Kommunebro.NeedsIntake.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.NeedsIntake.Directory;

/// <summary>Finds hromadas and areas by their codes: each by a query, or after <see cref="ReadAllAsync"/> all in memory.</summary>
internal sealed class DirectoryLookup(NeedsIntakeDb db)
{
    private Dictionary<string, KnownMunicipality>? _hromadas;
    private Dictionary<string, KnownArea>? _areas;

    /// <summary>Reads all once, for whoever asks thousands of times within a request.</summary>
    public async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        _hromadas = (await Hromadas.AsNoTracking().ToListAsync(cancellationToken))
            .GroupBy(known => known.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(known => known.Version)!, StringComparer.Ordinal);
        _areas = await db.Areas.AsNoTracking().ToDictionaryAsync(area => area.Code, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>The hromada with the code, the newest should two have it; null when none has.</summary>
    public async Task<KnownMunicipality?> HromadaAsync(string code, CancellationToken cancellationToken) => _hromadas is not null
        ? _hromadas.GetValueOrDefault(code)
        : await Hromadas.Where(known => known.Code == code).OrderByDescending(known => known.Version).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The areas that those of <paramref name="codes"/> name which are known, and perhaps others.</summary>
    public async Task<IReadOnlyDictionary<string, KnownArea>> AreasAmongAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        _areas ?? await db.Areas.AsNoTracking().Where(area => codes.Contains(area.Code)).ToDictionaryAsync(area => area.Code, StringComparer.Ordinal, cancellationToken);

    /// <summary>"Unknown" can be said only when the whole directory has been seen once.</summary>
    /// <exception cref="Refusal">Unavailable directory_not_ready.</exception>
    public async Task RequireReadyAsync(CancellationToken cancellationToken)
    {
        if (!await db.DirectoryBootstraps.AnyAsync(cancellationToken))
            throw new Refusal(
                RefusalKind.Unavailable,
                "directory_not_ready",
                "The directory of municipalities and areas has not been read yet; try again in a few seconds.");
    }

    private IQueryable<KnownMunicipality> Hromadas =>
        db.Municipalities.Where(known => known.Country == Country.Ua && known.Kind == MunicipalityKind.Hromada);
}

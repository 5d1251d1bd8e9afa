using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>The municipalities by their codes and ids, as a person may name either.</summary>
internal sealed class PlaceCodes
{
    private readonly Dictionary<Guid, MunicipalityChanged> _byId;
    private readonly Dictionary<string, MunicipalityChanged> _byCode;

    private PlaceCodes(IReadOnlyList<MunicipalityChanged> known) => (_byId, _byCode) = (
        known.ToDictionary(place => place.MunicipalityId),
        known.DistinctBy(place => place.Code, StringComparer.Ordinal).ToDictionary(place => place.Code, StringComparer.Ordinal));

    /// <summary>Reads all of them.</summary>
    public static async Task<PlaceCodes> LoadAsync(MatchingDb db, CancellationToken cancellationToken) => new(
        [.. (await db.Municipalities.AsNoTracking().Where(known => known.State != null).ToListAsync(cancellationToken)).Select(known => known.State!)]);

    /// <summary>The one that <paramref name="named"/> is; notes missing_field and unknown_municipality.</summary>
    public MunicipalityChanged? Take(Rules rules, string? named, string field, bool isHromada)
    {
        var text = named?.Trim() ?? "";
        rules.Required(text.Length > 0, field, "Give its official code.");
        if (text.Length == 0)
            return null;
        var known = Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? _byId.GetValueOrDefault(id) : _byCode.GetValueOrDefault(text);
        var place = (known?.Kind == MunicipalityKind.Hromada) == isHromada ? known : null;
        rules.Check(place is not null, field, "unknown_municipality", $"There is no {(isHromada ? "hromada" : "supplier")} with the code {text}.");
        return place;
    }
}

using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Telling;

/// <summary>The municipalities and areas that an answer mentions, by their names of today.</summary>
internal sealed class PlaceBook
{
    private readonly Dictionary<Guid, MunicipalityChanged> _municipalities;
    private readonly NeedSight _sight;
    private readonly string _language;

    private PlaceBook(
        Dictionary<Guid, MunicipalityChanged> municipalities, Dictionary<string, LocalizedText> areas, NeedSight sight, string language)
    {
        (_municipalities, _sight, _language) = (municipalities, sight, language);
        Names = new NameBook(municipalities.ToDictionary(known => known.Key, known => known.Value.Names), areas);
        Teller = new Teller(Names, language, sight);
    }

    /// <summary>For sentences.</summary>
    public NameBook Names { get; }

    /// <summary>Puts what the engine said into the reader's language.</summary>
    public Teller Teller { get; }

    /// <summary>Reads the municipalities with these ids, and all areas, for a reader with this sight.</summary>
    public static async Task<PlaceBook> LoadAsync(
        MatchingDb db, NeedSight sight, IEnumerable<Guid> ids, string language, CancellationToken cancellationToken)
    {
        var keys = ids.Distinct().Select(id => id.ToString()).ToList();
        var municipalities = await db.Municipalities.AsNoTracking().Where(known => keys.Contains(known.Id)).ToListAsync(cancellationToken);
        var areas = await db.Areas.AsNoTracking().Where(known => known.State != null).ToListAsync(cancellationToken);
        return new PlaceBook(
            municipalities.Select(known => known.State!).ToDictionary(state => state.MunicipalityId),
            areas.Select(known => known.State!).ToDictionary(area => area.Code, area => area.Names, StringComparer.Ordinal),
            sight,
            language);
    }

    /// <summary>The municipality with <paramref name="id"/>.</summary>
    public PartyCard Party(Guid id) => PartyCard.Of(_municipalities[id], _language);

    /// <summary>An area by its code.</summary>
    public NamedCode Area(string code) => new(code, Names.Areas.GetValueOrDefault(code)?.In(_language) ?? code);

    /// <summary>A need; <paramref name="isOwn"/> says that the reader acts for its hromada.</summary>
    public NeedCard Need(StoredNeed need, bool isOwn = false)
    {
        var isMasked = !_sight.TellsTitle(need, isOwn);
        return new NeedCard(
            need.Id,
            Party(need.Hromada.Id),
            isMasked ? null : need.Title.In(_language),
            Area(need.AreaCode),
            need.Urgency,
            need.Illustrative,
            isMasked ? ["title"] : []);
    }
}

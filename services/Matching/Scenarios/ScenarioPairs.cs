using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Scenarios;

/// <summary>Pins and bans by the names of today, without pins of needs that the reader is not told of.</summary>
internal sealed class ScenarioPairs
{
    private readonly PlaceBook _book;
    private readonly IReadOnlySet<Guid> _hidden;

    private ScenarioPairs(PlaceBook book, IReadOnlySet<Guid> hidden) => (_book, _hidden) = (book, hidden);

    /// <summary>Reads what <paramref name="contents"/> mention.</summary>
    public static async Task<ScenarioPairs> LoadAsync(
        MatchingDb db, Caller caller, IEnumerable<ScenarioContent> contents, string language, CancellationToken cancellationToken)
    {
        var sight = await NeedSight.LoadAsync(db, caller, cancellationToken);
        var ids = contents.SelectMany(content => content.Pins.SelectMany(pin => new[] { pin.SupplierId, pin.HromadaId })
            .Concat(content.Bans.SelectMany(ban => new[] { ban.SupplierId, ban.HromadaId })));
        return new ScenarioPairs(await PlaceBook.LoadAsync(db, sight, ids, language, cancellationToken), sight.Hidden);
    }

    /// <summary>The pins that the reader is told of.</summary>
    public IReadOnlyList<PinView> Pins(ScenarioContent content) =>
    [
        .. content.Pins.Where(pin => !_hidden.Contains(pin.NeedId))
            .Select(pin => new PinView(Named(pin.SupplierId), pin.NeedId, Named(pin.HromadaId), pin.Quarters)),
    ];

    /// <summary>The bans.</summary>
    public IReadOnlyList<BanView> Bans(ScenarioContent content) =>
        [.. content.Bans.Select(ban => new BanView(Named(ban.SupplierId), Named(ban.HromadaId), ban.Reason))];

    /// <summary>How many pins are left out.</summary>
    public int Masked(ScenarioContent content) => content.Pins.Count(pin => _hidden.Contains(pin.NeedId));

    private NamedCode Named(Guid id)
    {
        var party = _book.Party(id);
        return new NamedCode(party.Code, party.Name);
    }
}

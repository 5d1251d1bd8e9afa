using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Inputs;

/// <summary>What is given away already, by the ledger: runs and shortlists share out the rest.</summary>
public sealed class Commitments
{
    private readonly IReadOnlyList<Hold> _holds;
    private readonly ILookup<Guid, Hold> _bySupplier;
    private readonly Dictionary<Guid, int> _quarters;
    private readonly HashSet<Guid> _withPartner;
    private readonly IReadOnlyList<DeclinedPair> _declined;

    private Commitments(IReadOnlyList<Hold> holds, IReadOnlyList<DeclinedPair> declined)
    {
        _holds = holds;
        _bySupplier = holds.Where(hold => hold.Kind is not HoldKind.Met).ToLookup(hold => hold.SupplierId);
        _quarters = holds.Where(hold => hold.NeedId is not null)
            .GroupBy(hold => hold.NeedId!.Value).ToDictionary(parts => parts.Key, parts => parts.Sum(part => part.Quarters));
        _withPartner = [.. Partnered.Select(hold => hold.HromadaId)];
        _declined = declined;
    }

    /// <summary>Two municipalities each, at most once; a no stands before all else, for partners may be asked for one more need of theirs.</summary>
    public IEnumerable<Exclusion> Exclusions => _declined
        .Select(pair => new Exclusion(pair.SupplierId, pair.HromadaId, ExclusionReason.Declined, pair.Until))
        .Concat(Partnered.Select(hold => new Exclusion(hold.SupplierId, hold.HromadaId, ExclusionReason.Partners, Until: null)))
        .DistinctBy(pair => (pair.SupplierId, pair.HromadaId));

    /// <summary>The exclusions, and the bans of a scenario, but those of two who came together in spite of it: that stands before every scenario.</summary>
    public IEnumerable<Exclusion> With(IEnumerable<ScenarioBan> bans) => bans
        .Where(ban => !_bySupplier[ban.SupplierId].Any(hold => hold.HromadaId == ban.HromadaId))
        .Select(ban => new Exclusion(ban.SupplierId, ban.HromadaId, ExclusionReason.Banned, Until: null))
        .Concat(Exclusions)
        .DistinctBy(pair => (pair.SupplierId, pair.HromadaId));

    /// <summary>Whether the supplier meets a part of the need, has met it, or is asked to.</summary>
    public bool Keeps(Guid supplierId, Guid needId) => _holds.Any(hold => hold.SupplierId == supplierId && hold.NeedId == needId);

    private IEnumerable<Hold> Partnered => _holds.Where(hold => hold.Kind is HoldKind.Reserved or HoldKind.InUse);

    /// <summary>What holds on <paramref name="today"/>.</summary>
    public static async Task<Commitments> LoadAsync(MatchingDb db, DateOnly today, CancellationToken cancellationToken) => new(
        await db.Holds.AsNoTracking().ToListAsync(cancellationToken),
        await db.DeclinedPairs.AsNoTracking().Where(pair => pair.Until >= today).ToListAsync(cancellationToken));

    /// <summary>How many of the four quarters of a need nobody is asked to meet, meets or has met.</summary>
    public int QuartersLeft(Guid needId) => Share.Whole - _quarters.GetValueOrDefault(needId);

    /// <summary>What is given away, as the engine's decisions.</summary>
    /// <param name="isCritical">Whether a need is critical.</param>
    public IReadOnlyList<StandingShare> Standing(Func<Guid, bool> isCritical) =>
    [
        .. _holds.OrderBy(hold => hold.Id).Select(hold => new StandingShare(
            hold.SupplierId, hold.HromadaId, hold.NeedId, hold.Quarters, hold.NeedId is { } need && isCritical(need), hold.Kind is HoldKind.Met)),
    ];

    /// <summary>Whether anybody helps the hromada already.</summary>
    public bool HasPartner(Guid hromadaId) => _withPartner.Contains(hromadaId);

    /// <summary>The supplier with what it has left once its partnerships, and those that it is asked for, have their days; never less than nothing.</summary>
    /// <param name="supplier">The supplier by its offer.</param>
    /// <param name="overheadDays">Person-days that a partnership takes beside its needs.</param>
    public Supplier Left(Supplier supplier, int overheadDays)
    {
        var holds = _bySupplier[supplier.Id].ToList();
        if (holds.Count == 0)
            return supplier;
        var hromadas = holds.Select(hold => hold.HromadaId).Distinct().Count();
        return supplier with
        {
            Capacity = supplier.Capacity with { Days = Less(Math.Max(0, supplier.Capacity.Days - hromadas * overheadDays), holds) },
            MaxPartnerships = Math.Max(0, supplier.MaxPartnerships - hromadas),
            Areas = [.. supplier.Areas.Select(area => area.MaxPersonDays is { } most
                ? area with { MaxPersonDays = Less(most, holds.Where(hold => hold.AreaCode == area.AreaCode)) }
                : area)],
        };
    }

    private static int Less(int days, IEnumerable<Hold> holds) => Math.Max(0, days - holds.Sum(hold => hold.PersonDays));
}

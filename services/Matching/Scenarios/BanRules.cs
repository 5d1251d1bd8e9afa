using Kommunebro.Matching.Data;
using Kommunebro.Matching.Inputs;
using Kommunebro.Matching.Ledger;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>
/// Takes bans: notes too_many, missing_field, unknown_municipality, too_short, too_long, control_characters, bans_unique, and
/// ban_on_partnership where the two are partners or asked already, since that stands before every scenario.
/// </summary>
internal sealed class BanRules(MatchingDb db, PlaceCodes places, Rules rules)
{
    private const int Most = 500;

    /// <summary>The bans in the order in which they were written; null where one is wrong.</summary>
    public async Task<IReadOnlyList<ScenarioBan?>> TakeAsync(IReadOnlyList<BanRequest> asked, CancellationToken cancellationToken)
    {
        rules.Check(asked.Count <= Most, "bans", "too_many", $"At most {Most} bans.");
        var together = (await db.Holds.Where(hold => hold.Kind != HoldKind.Met).Select(hold => new { hold.SupplierId, hold.HromadaId }).Distinct().ToListAsync(cancellationToken))
            .Select(hold => (hold.SupplierId, hold.HromadaId)).ToHashSet();
        var seen = new HashSet<(Guid, Guid)>();
        return [.. asked.Take(Most).Select((ban, at) => Take(ban ?? new BanRequest(), $"bans[{at}]", together, seen))];
    }

    private ScenarioBan? Take(BanRequest ban, string field, HashSet<(Guid, Guid)> together, HashSet<(Guid, Guid)> seen)
    {
        var supplier = places.Take(rules, ban.Supplier, $"{field}.supplier", isHromada: false);
        var hromada = places.Take(rules, ban.Hromada, $"{field}.hromada", isHromada: true);
        var isSaid = !string.IsNullOrWhiteSpace(ban.Reason);
        rules.Required(isSaid, $"{field}.reason", "Say why.");
        var reason = rules.Line(ban.Reason, $"{field}.reason", longest: 500, shortest: isSaid ? 3 : 0);
        if (supplier is null || hromada is null)
            return null;
        var pair = (supplier.MunicipalityId, hromada.MunicipalityId);
        rules.Check(seen.Add(pair), $"{field}.hromada", "bans_unique", "These two are banned twice.");
        rules.Check(!together.Contains(pair), $"{field}.hromada", "ban_on_partnership", $"{supplier.Code} and {hromada.Code} are partners or asked already.");
        return new ScenarioBan(supplier.MunicipalityId, hromada.MunicipalityId, reason ?? "");
    }
}

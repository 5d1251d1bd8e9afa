using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Needs;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Scenarios;

/// <summary>
/// Takes pins: notes too_many, missing_field, unknown_municipality, invalid_id, unknown_need, out_of_range, not_shareable, pins_unique,
/// pins_conflict (more than the whole of a need) and pin_banned.
/// </summary>
internal sealed class PinRules(MatchingDb db, PlaceCodes places, Rules rules)
{
    private const int Most = 200;

    /// <summary>The pins in the order in which they were written.</summary>
    public async Task<IReadOnlyList<ScenarioPin>> TakeAsync(
        IReadOnlyList<PinRequest> asked, IReadOnlyList<ScenarioBan?> bans, SharingRules sharing, CancellationToken cancellationToken)
    {
        rules.Check(asked.Count <= Most, "pins", "too_many", $"At most {Most} pins.");
        var banned = bans.OfType<ScenarioBan>().Select(ban => (ban.SupplierId, ban.HromadaId)).ToHashSet();
        var taken = new List<ScenarioPin>();
        foreach (var (at, pin) in asked.Take(Most).Index())
            if (await TakeAsync(pin ?? new PinRequest(), $"pins[{at}]", sharing, cancellationToken) is { } good)
            {
                Together(good, taken, banned, $"pins[{at}]");
                taken.Add(good);
            }

        return taken;
    }

    private async Task<ScenarioPin?> TakeAsync(PinRequest pin, string field, SharingRules sharing, CancellationToken cancellationToken)
    {
        var supplier = places.Take(rules, pin.Supplier, $"{field}.supplier", isHromada: false);
        var need = await NeedAsync(pin.NeedId?.Trim() ?? "", $"{field}.needId", cancellationToken);
        var quarters = pin.Quarters ?? Share.Whole;
        rules.Check(quarters is >= 1 and <= Share.Whole, $"{field}.quarters", "out_of_range", $"From 1 to {Share.Whole} quarters of the need.");
        if (need is null || supplier is null)
            return null;
        rules.Check(
            quarters >= Share.Whole || IsShareable(need, sharing), $"{field}.quarters", "not_shareable",
            $"In this scenario needs below {sharing.FromDays} person-days are not shared.");
        return new ScenarioPin(supplier.MunicipalityId, need.NeedId, need.MunicipalityId, quarters, need.Sensitivity == Sensitivity.Restricted);
    }

    private void Together(ScenarioPin pin, List<ScenarioPin> taken, HashSet<(Guid, Guid)> banned, string field)
    {
        var ofNeed = taken.Where(other => other.NeedId == pin.NeedId).ToList();
        rules.Check(ofNeed.TrueForAll(other => other.SupplierId != pin.SupplierId), $"{field}.needId", "pins_unique", "These two are pinned twice.");
        rules.Check(
            ofNeed.Sum(other => other.Quarters) + pin.Quarters <= Share.Whole, $"{field}.quarters", "pins_conflict",
            "The pins of this need are more than its four quarters.");
        rules.Check(!banned.Contains((pin.SupplierId, pin.HromadaId)), $"{field}.needId", "pin_banned", "The same scenario bans these two.");
    }

    private async Task<NeedVerified?> NeedAsync(string text, string field, CancellationToken cancellationToken)
    {
        rules.Required(text.Length > 0, field, "Give the need's id.");
        if (text.Length == 0)
            return null;
        var isId = Guid.TryParse(text, CultureInfo.InvariantCulture, out var id);
        rules.Check(isId, field, "invalid_id", "An id is a UUID.");
        var need = isId ? (await db.Needs.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id.ToString(), cancellationToken))?.State : null;
        rules.Check(!isId || need is not null, field, "unknown_need", $"There is no verified need {text}.");
        return need;
    }

    private static bool IsShareable(NeedVerified need, SharingRules sharing) => sharing.MaxSuppliers > 1
        && DefaultScenario.Assumptions.Effort(need.PersonDays, need.EffortBand, need.Horizon, need.AreaCode).Days >= sharing.FromDays;
}

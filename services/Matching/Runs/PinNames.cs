using Kommunebro.Contracts;
using Kommunebro.Matching.Data;
using Kommunebro.Matching.Engine;
using Kommunebro.Matching.Inputs;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Matching.Runs;

/// <summary>
/// Puts the pins that a run fails by into words: names and codes besides ids. Of a restricted need only the id is told, since
/// whoever may read runs reads why one failed.
/// </summary>
internal sealed class PinNames(MatchingDb db)
{
    /// <summary>pin_known: pins whose need or offer is gone, or whose need others meet by now. To leave them out would hide a decision.</summary>
    public async Task<InvalidProblemException> LostAsync(LoadedProblem loaded, CancellationToken cancellationToken) => new(
        "pin_known",
        $"the need or the offer is gone, or others meet the need: {await DescribeAsync(loaded.LostPins, loaded, cancellationToken)}.");

    /// <summary>The engine's refusal with its pins named.</summary>
    public async Task<InvalidProblemException> NamedAsync(InvalidProblemException refused, LoadedProblem loaded, CancellationToken cancellationToken)
    {
        var pins = loaded.Pins.Where(pin => refused.Pins.Any(named => (named.SupplierId, named.NeedId) == (pin.SupplierId, pin.NeedId)));
        return new InvalidProblemException(
            refused.Rule, $"these cannot all be kept ({refused.Broken}): {await DescribeAsync(pins, loaded, cancellationToken)}.")
        {
            Pins = refused.Pins,
            Broken = refused.Broken,
        };
    }

    private async Task<string> DescribeAsync(IEnumerable<ScenarioPin> pins, LoadedProblem loaded, CancellationToken cancellationToken)
    {
        var restricted = (await db.RestrictedNeeds.Select(need => need.Id).ToListAsync(cancellationToken)).ToHashSet();
        return string.Join("; ", pins.Select(pin => restricted.Contains(pin.NeedId)
            ? $"a supplier with the need {pin.NeedId}"
            : $"{Place(pin.SupplierId)} with the need {pin.NeedId} of {Place(pin.HromadaId)}"));

        string Place(Guid id) => loaded.Municipalities.GetValueOrDefault(id) is { } place ? $"{place.Names.In("en")} ({place.Code})" : $"{id}";
    }
}

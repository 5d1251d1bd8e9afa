namespace Kommunebro.Matching.Engine;

/// <summary>Puts the pins into a plan, or says which of them cannot be kept together.</summary>
internal static class PinCheck
{
    /// <summary>The pinned shares; they are taken off what is left.</summary>
    /// <exception cref="InvalidProblemException">pins_conflict: with an irreducible set of pins that cannot all be kept.</exception>
    public static IReadOnlyList<(Candidate Candidate, int Quarters)> Take(CandidateSet candidates, Remainder left)
    {
        Pin[] pins = [.. candidates.Problem.Decisions.Pins.OrderBy(pin => pin.SupplierId).ThenBy(pin => pin.NeedId)];
        var pinned = new List<(Candidate Candidate, int Quarters)>();
        foreach (var pin in pins)
        {
            var candidate = candidates.Find(pin.SupplierId, pin.NeedId) ?? throw Conflict([pin], RuleOf(candidates.Problem, pin));
            // Those after it have not been looked at, and may be no pairs at all.
            if (left.Take(candidate, pin.Quarters) is { } broken) throw Conflict(Irreducible(candidates, pins[..(pinned.Count + 1)]), broken);
            pinned.Add((candidate, pin.Quarters));
        }
        return pinned;
    }

    /// <summary>The pins without those whose absence changes nothing: what is left conflicts, and would not without any one of it.</summary>
    private static Pin[] Irreducible(CandidateSet candidates, Pin[] pins)
    {
        var kept = pins;
        foreach (var pin in pins)
        {
            Pin[] others = [.. kept.Where(other => other != pin)];
            if (!CanAllBeKept(candidates, others)) kept = others;
        }
        return kept;
    }

    private static bool CanAllBeKept(CandidateSet candidates, Pin[] pins)
    {
        var left = new Remainder(candidates.Problem);
        return pins.All(pin => left.Take(candidates.Find(pin.SupplierId, pin.NeedId)!.Value, pin.Quarters) is null);
    }

    private static string RuleOf(Problem problem, Pin pin) =>
        Eligibility.WhyNot(problem, pin.SupplierId, pin.NeedId)?.RuleCode ?? "no pair";

    private static InvalidProblemException Conflict(IReadOnlyList<Pin> pins, string rule) => new(
        "pins_conflict",
        $"these cannot all be kept ({rule}): {string.Join("; ", pins.Select(pin => $"supplier {pin.SupplierId} with need {pin.NeedId}"))}.")
    {
        Pins = pins,
        Broken = rule,
    };
}

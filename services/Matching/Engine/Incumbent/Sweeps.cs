namespace Kommunebro.Matching.Engine;

/// <summary>Plans made by letting one supplier after the other choose anew, in random order.</summary>
internal static class Sweeps
{
    /// <summary>Guided starts let the price of a need matter less from sweep to sweep, so that what is contested goes to whom it suits best and nothing stays undone in the end.</summary>
    private static readonly double[] Guidance = [1, 0.95, 0.9];

    /// <summary>Lets all suppliers choose until nobody changes anything.</summary>
    public static void Settle(Assignment plan, BestResponse response, Prices prices, SearchRandom random, Meter meter)
    {
        while (Sweep(plan, response, prices, 0, random) && !meter.IsOver) continue;
    }

    /// <summary>A new plan, guided by prices; the last of the list. Before it stand those that it came from, whose portfolios are worth keeping.</summary>
    public static IReadOnlyList<Assignment> Start(
        Model model, IReadOnlyList<Floor> floors, BestResponse response, Prices prices, SearchRandom random, Meter meter)
    {
        var plans = new List<Assignment> { new(model, floors) };
        foreach (var guidance in Guidance)
        {
            Sweep(plans[^1], response, prices, guidance, random);
            plans.Add(new Assignment(plans[^1], floors));
        }
        Settle(plans[^1], response, prices, random, meter);
        return plans;
    }

    /// <summary>Lets each supplier choose once.</summary>
    public static bool Sweep(Assignment plan, BestResponse response, Prices prices, double guidance, SearchRandom random)
    {
        var isChanged = false;
        foreach (var supplier in random.Order(plan.Model.Suppliers))
            isChanged |= response.Improve(plan, supplier, prices, guidance);
        return isChanged;
    }
}

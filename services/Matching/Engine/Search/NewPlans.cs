namespace Kommunebro.Matching.Engine;

/// <summary>Makes plans, and lets plans settle, within a budget.</summary>
internal sealed class NewPlans(Model model, SearchOptions options, SearchRandom random, Meter meter)
{
    private const int AtATime = 4;

    private readonly Crew<BestResponse> _responses = new(() => new BestResponse(model), options.Threads);

    /// <summary>A plan without prices: every supplier chooses once.</summary>
    public Assignment First(IReadOnlyList<Floor> floors)
    {
        var plan = new Assignment(model, floors);
        Measure(() => Sweeps.Sweep(plan, _responses.Tools[0], new Prices(model), 0, new SearchRandom(random.Next())));
        return plan;
    }

    /// <summary>Lets all suppliers choose until nobody changes anything.</summary>
    public void Settle(Assignment plan, Prices prices) =>
        Measure(() => Sweeps.Settle(plan, _responses.Tools[0], prices, new SearchRandom(random.Next()), meter));

    /// <summary>Plans that prices guide: of each the last of its list, after those that it came from.</summary>
    public IReadOnlyList<Assignment>[] Guided(IReadOnlyList<Floor> floors, Prices prices)
    {
        var plans = new IReadOnlyList<Assignment>[AtATime];
        ulong[] seeds = [.. plans.Select(_ => random.Next())];
        Measure(() => _responses.Each(plans.Length, (response, index) =>
            plans[index] = Sweeps.Start(model, floors, response, prices, new SearchRandom(seeds[index]), meter)));
        return plans;
    }

    /// <summary>Plans that prices settle, as many as <paramref name="units"/> of work are good for: none where a dive is too much.</summary>
    /// <returns>The plans, with what suppliers would have chosen on the way.</returns>
    public IReadOnlyList<(Assignment Plan, IReadOnlyList<Choice> Met)> Dive(PriceSearch prices, double units)
    {
        var dives = new Dives(model, prices, random);
        var before = prices.Work;
        var found = dives.Run((int)Math.Min(AtATime, units / Meter.UnitsOf(dives.ExpectedWork)), meter);
        meter.AddCells(prices.Work - before);
        foreach (var (plan, _) in found) Settle(plan, prices.Best);
        return found;
    }

    private void Measure(Action work)
    {
        var before = _responses.Tools.Sum(response => response.Work);
        work();
        meter.AddCells(_responses.Tools.Sum(response => response.Work) - before);
    }
}

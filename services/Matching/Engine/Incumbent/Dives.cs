namespace Kommunebro.Matching.Engine;

/// <summary>Several dives at once, from prices that are shaken a little, so that no two are the same.</summary>
internal sealed class Dives(Model model, PriceSearch prices, SearchRandom random)
{
    private readonly DivePace _pace = DivePace.Of(model);

    /// <summary>Cells that a dive will take, roughly.</summary>
    public long ExpectedWork => 1 + _pace.Work * prices.RoundWork;

    /// <summary>Dives.</summary>
    /// <returns>The plans, with what suppliers would have chosen on the way.</returns>
    public IReadOnlyList<(Assignment Plan, IReadOnlyList<Choice> Met)> Run(int count, Meter meter)
    {
        var found = new (Assignment, IReadOnlyList<Choice>)[count];
        PriceSteps[] starts = [.. Enumerable.Range(0, count).Select(_ => new PriceSteps(prices.Steps, prices.Best))];
        foreach (var start in starts) start.Shake(_pace.Shaking, random);
        prices.Crew.Each(count, (pricer, index) =>
        {
            var (plan, met) = (new Assignment(model, []), new List<Choice>());
            new Dive(model, pricer, _pace).Run(plan, starts[index], met, meter);
            found[index] = (plan, met);
        });
        return found;
    }
}

namespace Kommunebro.Matching.Engine;

/// <summary>Searches prices within a budget, round by round, and keeps the portfolios that suppliers choose at prices near the best.</summary>
internal sealed class PriceRounds(Model model, PriceSearch prices, PortfolioPool pool, Meter meter)
{
    private const int ExactNodes = 20_000;

    /// <summary>Portfolios that are chosen while steps are longer are far from any plan.</summary>
    private const double LongStep = 0.02;

    /// <summary>The step of prices that are searched already.</summary>
    private const double FineStep = 0.002;

    /// <summary>So many rounds of them at a time, and more while they take no more than a part of all work.</summary>
    private const int FewestRounds = 3;
    private const double PricePart = 0.1;

    /// <summary>Rounds in which areas are searched apart, and the first and the last step of them.</summary>
    private const int ApartRounds = 300;
    private const double FirstApart = 0.01;
    private const double LastApart = 0.00002;

    /// <summary>Searches until steps are short, or <paramref name="part"/> of the budget is spent.</summary>
    /// <param name="best">The best plan: prices that prove it are good enough.</param>
    /// <param name="part">Of 0 to 1.</param>
    public void Find(Assignment best, double part)
    {
        var (from, schedule) = (meter.Spent, new StepSchedule());
        // One round in any case, so that there is a bound.
        do
        {
            Round(schedule.Step, 0);
            schedule.Next(prices.Bound, (meter.Spent - from) / (part - from));
        }
        while (!schedule.IsDone && !meter.IsPast(part) && !Proves(best));
        prices.Return();
        if (!AreaKnapsack.Suits(model)) return;
        from = meter.Spent;
        for (var round = 0; round < ApartRounds && !meter.IsPast(part) && !Proves(best); round++)
        {
            var done = Math.Max((double)round / ApartRounds, (meter.Spent - from) / (part - from));
            Round(FirstApart * Math.Pow(LastApart / FirstApart, done), ExactNodes);
        }
        prices.Return();
    }

    /// <summary>Searches on, with limits kept.</summary>
    /// <param name="best">The best plan: prices that prove it are good enough.</param>
    /// <param name="done">How far the search is, 0 to 1: steps become shorter.</param>
    public void Refine(Assignment best, double done)
    {
        var step = FineStep * Math.Pow(0.5, 1 + 4 * done);
        for (var (round, before) = (0, meter.Units); !meter.IsOver && !Proves(best); round++)
        {
            if (round >= FewestRounds && meter.Units - before > PricePart * before) return;
            Round(step, ExactNodes);
        }
    }

    private bool Proves(Assignment plan) => plan.Value == Bounding.Points(prices.Bound);

    private void Round(double step, int maxNodes)
    {
        var before = prices.Work;
        prices.Round(step, maxNodes);
        meter.AddCells(prices.Work - before);
        if (step > LongStep) return;
        for (var supplier = 0; supplier < model.Suppliers; supplier++) pool.Add(supplier, prices.Portfolios[supplier].Shares);
    }
}
